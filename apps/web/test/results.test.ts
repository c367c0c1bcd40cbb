import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENTUALLY } from './support/eventually.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';

const missing = missingForBrowser();

/** Battles in which the earlier name wins three of four against a later one, on eight questions; the last pair met three times only. */
function battles(): string {
  const models = ['oak', 'elm', 'ash', 'fir'];
  const lines: object[] = [];
  for (const [i, model_a] of models.entries()) {
    for (const model_b of models.slice(i + 1)) {
      const count = model_a === 'ash' ? 3 : 24;
      for (let n = 0; n < count; n += 1) {
        const winner = n % 8 === 7 ? 'tie (bothbad)' : n % 4 === 0 ? 'model_b' : 'model_a';
        lines.push({ model_a, model_b, winner, judge: `person-${n % 5}`, question_id: n % 8 });
      }
    }
  }
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

describe.skipIf(missing !== null)(`results in a browser${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  let studyId: string;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena(), openBrowser()]);
    const imported = await arena.call('POST', '/api/import', { format: 'battles', title: 'Trees', text: battles() });
    studyId = String(imported['studyId']);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test('a file of battles is imported, and its leaderboard shown and saved', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/exchange`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'more-trees.jsonl',
      mimeType: 'application/jsonl',
      buffer: Buffer.from(battles()),
    });
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText('123 votes of 4 models were imported.').waitFor();
    await page.getByRole('link', { name: 'To the results' }).click();
    const table = page.getByRole('table', { name: 'Ratings' });
    const rows = table.locator('tbody tr');
    await rows.first().waitFor();
    const names = await rows.locator('strong').allInnerTexts();
    expect(names).toEqual(['oak', 'elm', 'ash', 'fir']);
    // Every rating has its interval.
    for (const row of await rows.allInnerTexts()) expect(row).toMatch(/\d{3,4} \[\d{3,4}–\d{3,4}\]/);
    // Two drawings of numbers that stand in the table.
    await page.getByRole('img', { name: /^Ratings of 4 models/ }).waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).first().click(),
    ]);
    const [header, first] = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(header).toMatch(/^rank_lower,rank_upper,model,id,.*rating,lower,upper/);
    expect(first).toContain('oak');
    expect(complaints).toEqual([]);
  });

  test('the choices stand in the address, and a shared address shows the same', async () => {
    const { page } = await browser.open(`${arena.url}/ratings?study=${studyId}`);
    // The list of studies comes after the page.
    await expect.poll(() => page.getByLabel('Study').locator('option:checked').innerText(), EVENTUALLY).toBe('Trees');
    const best = page.getByRole('table', { name: 'Ratings' }).locator('tbody tr').first();
    const withTies = await best.innerText();
    await page.getByLabel('Ties').selectOption('drop');
    await page.waitForURL(/ties=drop/);
    await page.waitForFunction(
      (before) => !document.body.innerText.includes(before),
      /\d{3,4} \[[^\]]+\]/.exec(withTies)?.[0] ?? '',
    );
    const shared = await browser.open(page.url());
    await shared.page.getByRole('table', { name: 'Ratings' }).waitFor();
    await expect.poll(() => shared.page.getByLabel('Ties').inputValue(), EVENTUALLY).toBe('drop');
  });

  test('heat maps have numbers in their cells, and hatch those on few votes', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/heat-maps?study=${studyId}`);
    const map = page.getByRole('table', { name: 'Actual win rate, row against column' });
    await map.waitFor();
    expect(await map.getByRole('columnheader').allInnerTexts()).toEqual(['oak', 'elm', 'ash', 'fir']);
    const cells = await map.locator('tbody tr').nth(0).locator('td').allInnerTexts();
    expect(cells.slice(1).every((cell) => /^\d+%/.test(cell))).toBe(true);
    expect(await map.locator('td[data-hatched=true]').allInnerTexts()).toEqual([
      expect.stringContaining('fewer than 10 votes'),
      expect.stringContaining('fewer than 10 votes'),
    ]);

    for (const [kind, pattern] of [
      ['Predicted win rate', /^\d+%$/],
      ['Residual', /^[+\u2212]?\d\.\d/],
      ['Votes', /^(?:24|3)/],
    ] as const) {
      await page.getByText(kind, { exact: true }).first().click();
      const other = page.getByRole('table', { name: `${kind}, row against column` });
      await other.waitFor();
      expect(await other.locator('tbody tr').nth(0).locator('td').nth(1).innerText()).toMatch(pattern);
    }
    expect(complaints).toEqual([]);
  });

  test('agreement, stand-in test, pair history and votes needed show their numbers', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/agreement?study=${studyId}`);
    await page.getByRole('table', { name: 'People and people' }).getByText('Over all').waitFor();

    await page.goto(`${arena.url}/stand-in?study=${studyId}&candidate=elm&reference=oak`);
    await page.getByRole('table', { name: 'Stand-in test' }).getByText('24').first().waitFor();

    await page.goto(`${arena.url}/pairs?study=${studyId}&first=oak&second=elm`);
    await page.getByRole('table', { name: 'Votes' }).waitFor();
    await expect
      .poll(() => page.getByRole('table', { name: 'Votes' }).locator('tbody tr').count(), EVENTUALLY)
      .toBe(24);

    await page.goto(`${arena.url}/votes-needed?models=16&halfwidth=20&inflation=1`);
    const needed = await page.getByText(/votes in all for ± 20 points/).innerText();
    expect(Number(needed.replaceAll(/\D/g, '').slice(0, 4))).toBeGreaterThan(1000);
    expect(complaints).toEqual([]);
  });

  test('a snapshot is kept, and compared with one after a vote was invalidated', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/ratings?study=${studyId}`);
    const keep = async (title: string): Promise<void> => {
      await page.getByRole('button', { name: 'Keep as a snapshot' }).click();
      await page.getByLabel('Title').fill(title);
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
      await page.getByText('Kept.').waitFor();
      await page.keyboard.press('Escape');
    };
    await keep('Before');
    await page.goto(`${arena.url}/pairs?study=${studyId}&first=oak&second=elm`);
    await page.getByRole('button', { name: 'Invalidate' }).first().click();
    await page.getByLabel('Reason').fill('A duplicate.');
    await page.getByRole('dialog').getByRole('button', { name: 'Invalidate' }).click();
    await page.getByRole('region', { name: 'Votes' }).getByRole('button', { name: 'Restore' }).waitFor();
    await page.goto(`${arena.url}/ratings?study=${studyId}`);
    await keep('After');

    await page.goto(`${arena.url}/snapshots`);
    for (const title of ['Before', 'After']) {
      const select = page.getByLabel(title);
      const value = await select.locator('option', { hasText: title }).getAttribute('value');
      await select.selectOption(value);
    }
    await page.getByText('They rest on different votes.').waitFor();
    await expect
      .poll(() => page.getByRole('table', { name: 'What changed' }).locator('tbody tr').count(), EVENTUALLY)
      .toBe(4);
    expect(complaints).toEqual([]);
  });
});
