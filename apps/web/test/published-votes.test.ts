import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENTUALLY } from './support/eventually.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';

const missing = missingForBrowser();

/** `understudy arena demo`: 59 models, 8,931 published votes, and a study that begins with training. */
describe.skipIf(missing !== null)(`the demonstration in a browser${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    const demo = { fill: () => Promise.resolve(), commands: () => [['arena', 'demo']] };
    [arena, browser] = await Promise.all([serveArena(demo), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test('imported votes are marked as such, and lead to their results', async () => {
    const { page } = await browser.open(`${arena.url}/studies`);
    const card = page.getByRole('article', { name: /published votes/ });
    await card.getByText('Imported', { exact: true }).waitFor();
    await card.getByRole('link', { name: 'Results' }).click();
    const rows = page.getByRole('table', { name: 'Ratings' }).locator('tbody tr');
    await expect.poll(() => rows.count(), EVENTUALLY).toBe(59);
    expect(await rows.first().locator('strong').innerText()).toBe('GPT 4');
  });

  test('an annotator too looks at one aspect, and at the ratings at equal style', async () => {
    const { invitation } = await arena.call('POST', '/api/annotators', { pseudonym: 'ada' });
    const { page, complaints } = await browser.open(String(invitation));
    await page
      .getByRole('article', { name: /published votes/ })
      .getByRole('link', { name: 'Results' })
      .click();
    const aspects = page.getByRole('group', { name: 'Aspect' });
    await aspects.waitFor();
    expect(await aspects.getByRole('button').allInnerTexts()).toEqual([
      'All aspects',
      'Knowledge',
      'Reflection',
      'Instructions',
      'Creativity',
    ]);
    await page.getByText('8,931 votes, 59 models').waitFor();
    await aspects.getByRole('button', { name: 'Creativity' }).click();
    await page.getByText(/^\d,\d{3} votes, 59 models/).waitFor();
    await page.getByText('8,931 votes').waitFor({ state: 'detached' });
    await aspects.getByRole('button', { name: 'All aspects' }).click();

    await page.getByLabel('Control for').selectOption('style');
    const worth = page.getByRole('table', { name: 'What length and style are worth' });
    await worth.waitFor();
    expect(await worth.locator('tbody td:first-child').allInnerTexts()).toEqual([
      'Length in words',
      'Headings',
      'Lists',
      'Bold',
    ]);
    await page.getByRole('columnheader', { name: 'Controlled' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('a map of 59 models scrolls within itself, the names in sight', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/heat-maps?study=llmfao-crowd`);
    const region = page.getByRole('region', { name: 'Actual win rate, row against column' });
    await region.waitFor();
    await page.getByText(/Goodness of fit: χ² = [\d.]+, \d+ degrees of freedom, p (?:=|<) 0\.\d+\./).waitFor();
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);

    const name = region.getByRole('rowheader', { name: 'GPT 4', exact: true });
    const column = region.getByRole('columnheader').first();
    const before = { row: await name.boundingBox(), column: await column.boundingBox() };
    const scrolled = await region.evaluate((element) => {
      element.scrollTo(400, 300);
      return [element.scrollLeft, element.scrollTop];
    });
    expect(scrolled).toEqual([400, 300]);
    // Names stay where they are, but for the pixel between cells.
    const moved = [
      ((await name.boundingBox())?.x ?? NaN) - (before.row?.x ?? NaN),
      ((await column.boundingBox())?.y ?? NaN) - (before.column?.y ?? NaN),
    ];
    for (const pixels of moved) expect(Math.abs(pixels)).toBeLessThan(3);
    expect(complaints).toEqual([]);
  });

  test('a vote for practice says what was expected, and is not counted', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/arena/llmfao-demo`);
    await page.getByText('Training', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Both are bad' }).click();
    await page.getByText('Recorded: Both are bad').waitFor();
    const feedback = page.getByRole('status').filter({ hasText: /^(As expected|Expected: )/ });
    await feedback.waitFor();
    // More than the verdict: why.
    await expect.poll(() => feedback.innerText(), EVENTUALLY).toMatch(/(As expected|Expected: [^\n]+)\n+\S.{10}/);
    // There are no names to be shown, and nothing to be undone.
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('group', { name: 'Which answer is better?' }).waitFor();
    const study = await arena.call('GET', '/api/studies/llmfao-demo');
    expect(study['progress']).toMatchObject({ done: 0 });
    expect(complaints).toEqual([]);
  });
});
