import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENTUALLY } from './support/eventually.js';
import { exportSite, type ExportedSite } from './support/export-site.js';
import { fillRuns, SAMPLE_TEXT } from './support/fill-runs.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveFolder, type ServedFolder } from './support/serve-folder.js';
import { settled } from './support/settled.js';

const missing = missingForBrowser();

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

describe.skipIf(missing !== null)(`the published site${missing === null ? '' : ` (${missing})`}`, () => {
  let site: ExportedSite;
  let served: ServedFolder;
  let browser: TestBrowser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([exportSite({ fill: fillRuns, commands: [['arena', 'demo']] }), openBrowser()]);
    served = await serveFolder(site.folder, '/pages/of/ours/');
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await served?.[Symbol.asyncDispose]();
    await site?.[Symbol.asyncDispose]();
  });

  test('is the same, byte for byte, when it is written again', async () => {
    const other = await site.again();
    const files = filesOf(site.folder);
    expect(filesOf(other)).toEqual(files);
    const differing = files.filter(
      (file) => !readFileSync(join(other, file)).equals(readFileSync(join(site.folder, file))),
    );
    expect(differing).toEqual([]);
  });

  test('has no samples, no questions or answers, no studies that go on, nobody who voted and no folders of this machine', () => {
    const data = filesOf(site.folder).filter((file) => file.startsWith('data/'));
    const text = data.map((file) => readFileSync(join(site.folder, file), 'utf8')).join('\n');
    expect(text).toContain('llmfao-crowd');
    const secrets = [SAMPLE_TEXT, 'llmfao-demo', '/home/ada', 'Reply 0', 'what is a factorial'];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toMatch(/"raters":\[\{/);
  });

  test('works from any folder of a plain server of files, and asks nobody else', async () => {
    const { page, complaints } = await browser.open(served.url);
    await page.getByText('6 runs · ').waitFor();
    await page.getByText('1 study · ').waitFor();
    await page.getByRole('link', { name: 'Leaderboard' }).click();
    const table = page.getByRole('table', { name: 'Results' });
    await table.waitFor();
    await page.getByLabel('Size to (billions)').fill('1');
    await page.waitForURL(/#\/leaderboard\?most=1/);
    await expect.poll(() => table.getByRole('rowheader').count(), EVENTUALLY).toBe(2);
    await page.getByText('Samples are not published').waitFor();

    // A link that somebody was sent, and the page loaded again.
    const shared = await browser.open(page.url());
    const again = shared.page.getByRole('table', { name: 'Results' });
    await expect.poll(() => again.getByRole('rowheader').count(), EVENTUALLY).toBe(2);
    await shared.page.reload();
    await expect.poll(() => again.getByRole('rowheader').count(), EVENTUALLY).toBe(2);
    await again.getByRole('link', { name: 'Gemma 3 270M' }).click();
    await shared.page.getByRole('heading', { level: 1, name: /Gemma/ }).waitFor();

    const published = page.getByRole('navigation').getByRole('link');
    const names = await published.allInnerTexts();
    expect(names).toEqual(expect.arrayContaining(['Models', 'Timeline', 'Lineages', 'Leaderboard', 'Runs', 'Studies']));
    expect(names).not.toEqual(expect.arrayContaining(['Keys']));
    const failed: string[] = [];
    for (const name of names) {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
      await settled(page);
      if ((await page.getByRole('alert').count()) > 0) failed.push(name);
    }
    expect(failed).toEqual([]);
    expect([...complaints, ...shared.complaints]).toEqual([]);
    expect(served.missing).toEqual([]);
  });

  test('has the report of a run, and says where samples are asked for that they were not published', async () => {
    const { page, complaints } = await browser.open(`${served.url}#/leaderboard?area=science`);
    await page
      .getByRole('table', { name: 'Results' })
      .getByRole('link', { name: /Llama 2 7B on arc_easy/ })
      .click();
    await page.waitForURL(/#\/runs\/[\w-]+$/);
    await settled(page);
    await page.getByText('arc_easy').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.goto(`${page.url()}/tasks/arc_easy/3`);
    await page.getByText('This was not published').waitFor();
    expect(complaints).toEqual([]);
  });

  test('has the results of closed studies, whole and by aspect, and says which pages need a server', async () => {
    const { page, complaints } = await browser.open(`${served.url}#/studies`);
    await page.getByRole('link', { name: 'Results' }).click();
    await expect
      .poll(() => page.getByRole('table', { name: 'Ratings' }).locator('tbody tr').count(), EVENTUALLY)
      .toBe(59);
    await page.getByRole('group', { name: 'Aspect' }).getByRole('button', { name: 'Knowledge' }).click();
    await page.waitForURL(/aspect=knowledge/);
    await settled(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    for (const address of ['heat-maps', 'agreement']) {
      await page.goto(`${served.url}#/${address}?study=llmfao-crowd`);
      await settled(page);
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    await page.goto(`${served.url}#/votes-needed`);
    await page.getByRole('heading', { name: 'This page needs a server' }).waitFor();
    expect(complaints).toEqual([]);
    expect(served.missing).toEqual([]);
  });
});
