import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENTUALLY } from './support/eventually.js';
import { fillRuns } from './support/fill-runs.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';

const missing = missingForBrowser();

describe.skipIf(missing !== null)(`the leaderboard${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena({ fill: fillRuns }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  const open = async (address: string) => {
    const opened = await browser.open(`${arena.url}${address}`);
    const table = opened.page.getByRole('table', { name: 'Results' });
    await table.waitFor();
    const models = () =>
      table
        .getByRole('rowheader')
        .evaluateAll((all) => all.map((each) => each.querySelector('a, strong')?.textContent));
    return { ...opened, table, models };
  };

  test('begins with areas × models, the best first, with ranks that the intervals leave open', async () => {
    const { page, table, models, complaints } = await open('/leaderboard');
    const heads = await table.getByRole('columnheader').allInnerTexts();
    expect(heads.map((head) => head.split('\n')[0])).toEqual(['Model', 'Rank', 'Common sense', 'Science ↓']);
    expect((await models()).slice(0, 2)).toEqual(['Llama 2 13B', 'Llama 2 7B']);
    const first = table.getByRole('row').nth(1);
    // 84% and 82% of 1,200 documents cannot be told apart.
    expect(await first.innerText()).toMatch(
      /1–2[\s\S]*79\.0% \[\d\d\.\d%–\d\d\.\d%\][\s\S]*84\.0% \[\d\d\.\d%–\d\d\.\d%\]/,
    );
    expect(complaints).toEqual([]);
    await table.getByRole('button', { name: 'Common sense' }).click();
    await page.waitForURL(/sort=commonsense/);
    // The catalog knows of a source for one of them.
    expect(await table.getByRole('row', { name: /Llama 2 7B/ }).innerText()).toContain('‡');
    expect(await table.getByRole('row', { name: /Llama 2 13B/ }).innerText()).not.toContain('‡');
    await page.getByText(/^‡ hellaswag: of 10,042 documents/).waitFor();
    await page.getByText('contamination was not checked').waitFor();
  });

  test('an area has its tasks, of each one setting at a time, and every number leads to its samples', async () => {
    const { page, table, models, complaints } = await open('/leaderboard');
    await table.getByRole('link', { name: 'Tasks of Science' }).click();
    await page.waitForURL(/area=science/);
    const head = table.getByRole('columnheader').filter({ hasText: /arc_easy[\s\S]*shots/ });
    await expect.poll(() => head.first().innerText(), EVENTUALLY).toContain('0 shots');
    expect(await table.getByRole('columnheader').count()).toBe(4);
    expect(await table.getByRole('columnheader', { name: /sciq/ }).innerText()).toMatch(
      /no template\s+acc\s+all 200 documents/,
    );
    // Half of an interval on 200 documents is wider than five points.
    expect(await table.getByRole('row', { name: /stranger/ }).innerText()).toContain('†');

    const link = table.getByRole('link', {
      name: /Samples of Llama 2 7B on arc_easy/,
    });
    expect(await link.getAttribute('href')).toMatch(/^\/runs\/[\w-]+\/tasks\/arc_easy$/);

    const setting = page.getByLabel('arc_easy', { exact: true });
    await setting.selectOption({ index: 1 });
    await page.waitForURL(/settings=/);
    await expect.poll(() => head.first().innerText(), EVENTUALLY).toContain('5 shots');
    expect(await table.getByRole('row', { name: /Llama 2 7B/ }).innerText()).toContain('–');
    await head.first().getByRole('button').click();
    await expect.poll(async () => (await models())[0], EVENTUALLY).toBe('Gemma 3 270M');
    expect(complaints).toEqual([]);
  });

  test('the choices stand in the address, and a shared address shows the same', async () => {
    const { page, table, models } = await open('/leaderboard');
    await page.getByLabel('Size to (billions)').fill('1');
    await page.waitForURL(/most=1/);
    await expect.poll(models, EVENTUALLY).toEqual(['SmolLM2 135M Instruct', 'Gemma 3 270M']);
    await page.getByText('2 of 5 models. 1 more model may fit').waitFor();
    await page.getByLabel('Commercial use').selectOption('yes');
    await page.waitForURL(/commercial=yes/);
    await expect.poll(models, EVENTUALLY).toEqual(['SmolLM2 135M Instruct']);
    const shared = await open(page.url().replace(arena.url, ''));
    expect(await shared.models()).toEqual(['SmolLM2 135M Instruct']);
    await page.getByRole('button', { name: 'Clear the choices' }).click();
    await expect.poll(() => table.getByRole('rowheader').count(), EVENTUALLY).toBe(5);
  });

  test('what is shown is saved: numbers as CSV and JSON, the figure as SVG and PNG with its source', async () => {
    const { page, complaints } = await open('/leaderboard?area=science&most=1');
    const save = async (name: string): Promise<Buffer> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      return readFileSync(await download.path());
    };
    const [header = '', ...lines] = (await save('Save as CSV')).toString().trim().split('\r\n');
    expect(header).toMatch(/^model,card,identity,.*,value,standard_error,lower,upper,n,failed,run,.*contamination$/);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^SmolLM2 135M Instruct,smollm2-135m-instruct,/);
    expect(lines[0]).toContain('not checked');
    const rows = JSON.parse((await save('Save as JSON')).toString()) as readonly {
      task: string;
      value: number;
      n: number;
    }[];
    expect(rows.find(({ task }) => task === 'arc_easy')).toMatchObject({ value: 0.55, n: 1000 });

    const svg = (await save('Save as SVG')).toString();
    expect(svg).toContain(`Source: ${arena.url}/leaderboard?area=science`);
    expect(svg).toContain(new Date().toISOString().slice(0, 10));
    expect(svg).toContain('arc_easy: 0 shots, no template, acc, all 1,000 documents');
    // It stands alone: no variables of the page, no classes, no style elements.
    expect(svg).not.toMatch(/var\(--|class=|<style/);
    const png = await save('Save as PNG');
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(width).toBe(2400);
    // Drawn in the browser: there is ink on the paper.
    const ink = await page.evaluate(
      async (bytes) => {
        const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: new Uint8ClampedArray() };
        return data.filter((value, place) => place % 4 === 0 && value < 128).length;
      },
      [...png],
    );
    expect(ink).toBeGreaterThan(1000);
    expect(height).toBeGreaterThan(300);
    expect(complaints).toEqual([]);
  });
});
