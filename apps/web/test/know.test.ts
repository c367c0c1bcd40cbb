import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENTUALLY } from './support/eventually.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';
import { settled } from './support/settled.js';

const missing = missingForBrowser();

describe.skipIf(missing !== null)(`the catalog in a browser${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test('models are filtered by the address, and chosen ones are compared', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/models?family=vicuna&least=10&use=allowed`);
    const rows = page.getByRole('table', { name: 'Models' }).locator('tbody tr');
    await rows.first().waitFor();
    const names = await rows.locator('a').allInnerTexts();
    expect(names.toSorted()).toEqual(['Vicuna 13B v1.5', 'Vicuna 13B v1.5 16K']);
    await page.getByLabel('Kind').selectOption('base');
    await page.waitForURL(/kind=base/);
    await page.getByText('Nothing to show.').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => rows.count(), EVENTUALLY).toBeGreaterThan(170);

    // A family is shown by its name; the address has its id.
    await page.getByLabel('Family').selectOption({ label: 'Baichuan 2' });
    await page.waitForURL(/family=baichuan2/);
    await expect.poll(() => rows.getByRole('cell', { name: 'Baichuan 2', exact: true }).count(), EVENTUALLY).toBe(4);
    await page.getByRole('button', { name: 'Show all' }).click();

    await page.getByRole('searchbox', { name: 'Search' }).fill('llama 2 7b');
    await page.getByRole('checkbox', { name: 'Compare Llama 2 7B', exact: true }).check();
    await page.getByRole('searchbox', { name: 'Search' }).fill('vicuna');
    await page.getByRole('checkbox', { name: 'Compare Vicuna 7B v1.5', exact: true }).check();
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.getByRole('heading', { name: 'Comparison of models' }).waitFor();
    await page.getByText('Vicuna 7B v1.5 was made from Llama 2 7B.').waitFor();
    const facts = page.getByRole('table', { name: 'Facts' });
    // What differs has a sign in its heading, and what does not has none.
    await facts.waitFor();
    expect(await facts.getByRole('rowheader', { name: /^Kind/ }).getByRole('img', { name: 'differs' }).count()).toBe(1);
    expect(
      await facts
        .getByRole('rowheader', { name: /^Layers/ })
        .getByRole('img', { name: 'differs' })
        .count(),
    ).toBe(0);
    await page.getByRole('switch', { name: 'Only what differs' }).click();
    await page.waitForURL(/differences=true/);
    await expect.poll(() => facts.getByRole('rowheader', { name: /^Layers/ }).count(), EVENTUALLY).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('the list is saved with its ids and unrounded numbers', async () => {
    const { page } = await browser.open(`${arena.url}/models?family=llama`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const [header, ...lines] = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(header).toMatch(/^name,id,family,family_id,kind,released,parameters,/);
    expect(lines).toHaveLength(4);
    expect(lines.find((line) => line.includes(',llama-7b,'))).toContain('6738415616');
  });

  test('a model page has a source for each fact, and its address can be opened at once', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/models/vicuna-7b-v1.5`);
    const facts = page.getByRole('table', { name: 'Facts' });
    const developer = facts.getByRole('row', { name: /^Developer/ });
    await developer.waitFor();
    await developer
      .getByRole('link', { name: /^Source \d+/ })
      .first()
      .click();
    await page.waitForURL(/#source-1$/);
    expect(await page.locator('#source-1').innerText()).toContain('FastChat');
    // A fact that no document backs is marked.
    const licence = page.getByRole('table', { name: 'Licence' });
    await licence.getByText('unverified').first().waitFor();
    await page.getByText('Llama 2 Community').first().waitFor();
    await page.getByText(/OpenAI's Terms of Use/).waitFor();
    expect(complaints).toEqual([]);
  });

  test('a conversation is rendered in the template, and follows what the reader writes', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/models/llama-2-7b-chat`);
    const rendering = page.getByTestId('rendering');
    await rendering.waitFor();
    await expect
      .poll(() => rendering.innerText(), EVENTUALLY)
      .toContain('[INST] What is the capital of France? [/INST]');
    expect(await rendering.locator('[data-kind=token]').first().innerText()).toBe('<s>');
    await page.getByLabel('System', { exact: true }).fill('Be brief.');
    await page.getByLabel('User 2').fill('And of Spain?');
    await expect.poll(() => rendering.innerText(), EVENTUALLY).toContain('And of Spain? [/INST]');
    await expect.poll(() => rendering.innerText(), EVENTUALLY).toMatch(/<<SYS>>↵\s+Be brief\.↵/);
    await page.getByRole('button', { name: 'Back to the example' }).click();
    await expect.poll(() => rendering.innerText(), EVENTUALLY).toContain('And of Italy?');
    expect(complaints).toEqual([]);
  });

  test('published scores stand in their tables, claims have both checks, and memory follows the context', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/models/llama-2-70b-chat`);
    const scores = page.getByRole('table', { name: 'Published scores' });
    await scores.waitFor();
    expect(
      await scores
        .getByRole('row', { name: /^MT-Bench/ })
        .first()
        .innerText(),
    ).toMatch(/\d+ of \d+/);
    await page.getByText('Against its sources:').first().waitFor();
    await page
      .getByText(/Published tables here:/)
      .first()
      .waitFor();
    await page
      .getByText(/comparisons?$/)
      .first()
      .click();
    const memory = page.getByRole('table', { name: 'Memory and speed' });
    const row = memory.getByRole('row', { name: /^F16/ });
    const before = await row.innerText();
    await page.getByLabel('Context length').selectOption('2048');
    await page.waitForURL(/context=2048/);
    await expect.poll(() => row.innerText(), EVENTUALLY).not.toBe(before);
    // 2 × 80 layers × 8 heads × 128 × 2 bytes × 2,048 tokens.
    expect(await row.innerText()).toContain('640 MiB');
    expect(complaints).toEqual([]);
  });

  test('the timeline is drawn, zoomed by the address, with all of it in a list', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/timeline`);
    await page.getByRole('img', { name: /^Releases along a time axis: \d+ open/ }).waitFor();
    const rows = page.getByRole('table', { name: 'List of releases' }).locator('tbody tr');
    const all = await rows.count();
    const labels = page.locator('svg.plot text', { hasText: /^Falcon$/ });
    await labels.first().waitFor();
    await page.getByRole('button', { name: '2022' }).click();
    await page.waitForURL(/from=2022-01&to=2022-12/);
    await expect.poll(() => rows.count(), EVENTUALLY).toBeLessThan(all);
    await expect.poll(() => labels.count(), EVENTUALLY).toBe(0);
    expect(await rows.first().innerText()).toMatch(/^2022-\d\d/);
    expect(complaints).toEqual([]);
  });

  test('the map of lineages is folded by mouse, by keyboard and in the list alike, and is saved', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/lineage?family=alpaca`);
    const map = page.getByRole('group', { name: /^Map of \d+ lineages?/ });
    await map.waitFor();
    const alpaca = map.locator('text', { hasText: /Alpaca ×\d/ });
    expect(await alpaca.count()).toBe(1);
    const llama = map.getByRole('button', { name: /LLaMA ×\d+/ });
    await llama.press('Enter');
    await page.waitForURL(/folded=llama/);
    await expect.poll(() => alpaca.count(), EVENTUALLY).toBe(0);
    expect(await llama.getAttribute('aria-expanded')).toBe('false');
    // The list follows the picture, and unfolds it.
    await page.locator('summary', { hasText: /^LLaMA$/ }).click();
    await expect.poll(() => alpaca.count(), EVENTUALLY).toBe(1);
    await page.getByRole('link', { name: 'Stanford Alpaca 7B' }).waitFor();

    const [svg] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as SVG' }).click(),
    ]);
    const text = readFileSync(await svg.path(), 'utf8');
    expect(text).toContain('Alpaca');
    // It needs neither the style sheets of the page nor its variables.
    expect(text).not.toMatch(/class=|var\(/);
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as PNG' }).click(),
    ]);
    expect(
      readFileSync(await png.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(complaints).toEqual([]);
  });

  test('the capability map says which table each comparison is from', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/capabilities?area=reasoning-math`);
    await page.getByRole('img', { name: /benchmarks against the references/ }).waitFor();
    const table = page.getByRole('table', { name: 'Mathematics: tables' });
    const rows = table.locator('tbody tr');
    const few = await rows.count();
    const gsm8k = table.getByRole('row', { name: /^GSM8K/ }).first();
    expect(await gsm8k.innerText()).toMatch(/published[\s\S]*[▽△=]/);
    expect(await gsm8k.getByText(/printed (?:lower|higher|equal)/).count()).toBeGreaterThan(0);
    await page.getByRole('switch', { name: 'All tables of a benchmark' }).click();
    await page.waitForURL(/tables=all/);
    await expect.poll(() => rows.count(), EVENTUALLY).toBeGreaterThan(few);
    await page.getByText(/^What the surveys claim here/).click();
    await page.getByText('Against its sources:').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('all of it is there in Chinese, and fits a telephone', async () => {
    for (const [path, heading] of [
      ['/models', '模型'],
      ['/models/llama-2-7b-chat', 'Llama 2-Chat 7B'],
      ['/models/compare?ids=llama-7b,gpt-4', '模型比较'],
      ['/timeline', '时间线'],
      ['/lineage', '谱系'],
      ['/capabilities', '能力图'],
    ] as const) {
      const { page, complaints } = await browser.open(arena.url + path, {
        locale: 'zh-CN',
        viewport: { width: 390, height: 844 },
      });
      await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });
});
