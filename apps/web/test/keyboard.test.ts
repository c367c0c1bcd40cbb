import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENTUALLY } from './support/eventually.js';
import { fillRuns } from './support/fill-runs.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';
import { settled } from './support/settled.js';
import { walkByKeyboard } from './support/walk-by-keyboard.js';

const missing = missingForBrowser();
/** Stops on a page: some have hundreds of links of one kind. */
const STOPS = 30;
const PHONE = { viewport: { width: 390, height: 844 } };

/** Presses a key on an element that has the focus, and gives what is called the same afterwards. */
async function press(page: Page, [role, name]: Named, key: string): Promise<Locator> {
  const element = page.getByRole(role, { name, exact: true }).first();
  await element.focus();
  await page.keyboard.press(key);
  return element;
}

/** A role and a name. */
type Named = readonly [role: Parameters<Page['getByRole']>[0], name: string];

/** What the focus is on; empty where it is on nothing. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    return element === document.body ? '' : (element.getAttribute('aria-label') ?? element.textContent ?? '');
  });
}

function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((each) => each === document.activeElement);
}

describe.skipIf(missing !== null)(`the keyboard alone${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  let runs: readonly string[];
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena({ fill: fillRuns }), openBrowser()]);
    const listed = (await arena.call('GET', '/api/runs')) as unknown as { readonly runs: readonly { id: string }[] };
    runs = listed.runs.map(({ id }) => id);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  const open = async (path: string, options = {}): Promise<Page> => {
    const address = path.replace('FIRST', runs.at(-1) ?? '').replace('SECOND', runs.at(-2) ?? '');
    const { page } = await browser.open(arena.url + address, options);
    await settled(page);
    return page;
  };
  const faultsOf = async (path: string, options = {}): Promise<readonly string[]> => {
    const page = await open(path, options);
    const faults = await walkByKeyboard(page, STOPS);
    await page.context().close();
    return faults;
  };

  // A link past the navigation, a focus to be seen, nothing over it, the order of reading, no trap, the same way back.
  test.each([
    ['/'],
    ['/models'],
    ['/models?compare=llama-7b'],
    ['/models/llama-2-7b-chat'],
    ['/models/compare?ids=vicuna-7b-v1.5,llama-2-7b-chat'],
    ['/timeline'],
    ['/lineage'],
    ['/capabilities'],
    ['/leaderboard'],
    ['/leaderboard?area=science'],
    ['/runs'],
    ['/runs/FIRST'],
    ['/runs/FIRST/tasks/arc_easy?column=acc%2Cnone&least=1&largest=1'],
    ['/runs/FIRST/tasks/arc_easy/3'],
    ['/runs/compare?first=FIRST&second=SECOND&task=arc_easy'],
    ['/advise?area=science%3D2,commonsense&reference=llama-2-7b'],
  ])('walks through %s and back', async (path) => {
    expect(await faultsOf(path)).toEqual([]);
  });

  test.each([
    ['/models?compare=llama-7b'],
    ['/leaderboard'],
    ['/runs/FIRST/tasks/arc_easy'],
    ['/runs/compare?first=FIRST&second=SECOND&task=arc_easy'],
  ])('walks through %s in a narrow window', async (path) => {
    expect(await faultsOf(path, PHONE)).toEqual([]);
  });

  test('the menu of a narrow window opens, is walked, and closes by Escape, the focus back on it', async () => {
    const page = await open('/runs', PHONE);
    const menu = await press(page, ['button', 'Menu'], 'Enter');
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('Models');
    await page.keyboard.press('Escape');
    await expect.poll(() => menu.getAttribute('aria-expanded'), EVENTUALLY).toBe('false');
    expect(await focusedName(page)).toBe('Menu');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Models' }).waitFor();
    await expect.poll(() => focusedName(page), EVENTUALLY).toBe('Models');
  });

  test('filters keep the focus, whatever they change', async () => {
    const page = await open('/runs');
    const model = page.getByRole('combobox', { name: 'Model' });
    await model.focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/model=/);
    await settled(page);
    await expect.poll(() => hasFocus(model), EVENTUALLY).toBe(true);

    await page.goto(`${arena.url}/runs/${runs.at(-1)}/tasks/arc_easy`);
    await settled(page);
    const mark = await press(page, ['checkbox', 'tie'], 'Space');
    await page.waitForURL(/marks=tie/);
    await page.getByText('0 samples fit').waitFor();
    expect(await hasFocus(mark)).toBe(true);
  });

  test('samples are turned, sorted, opened and left', async () => {
    const page = await open('/runs/FIRST/tasks/arc_easy');
    const next = await press(page, ['link', 'Next page'], 'Enter');
    await page.getByText('Rows 51–100 of 1,000').waitFor();
    expect(await hasFocus(next)).toBe(true);
    await press(page, ['link', 'Previous page'], 'Enter');
    await page.getByText('Rows 1–50 of 1,000').waitFor();
    // There is no page before, but the focus stays where it was.
    expect(await focusedName(page)).toBe('Previous page');
    await press(page, ['button', 'Margin'], 'Enter');
    await page.waitForURL(/sort=margin/);
    await settled(page);
    const first = page.getByRole('table', { name: 'Samples' }).locator('tbody a').first();
    await first.focus();
    await page.keyboard.press('Enter');
    await page.getByText('1 of 1,000').waitFor();
    await expect.poll(() => focusedName(page), EVENTUALLY).toMatch(/^arc_easy, document \d+$/);
    await page.keyboard.press('j');
    await page.getByText('2 of 1,000').waitFor();
    await press(page, ['link', 'Back to the list'], 'Enter');
    await page.getByText('Rows 1–50 of 1,000').waitFor();
    expect(page.url()).toContain('sort=margin');
  });

  test('what a picture does when clicked, keys do there and in the list beside it', async () => {
    const page = await open('/lineage?family=vicuna');
    const node = page.locator('svg [role=button]').first();
    await node.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/folded=llama/);
    await expect.poll(() => node.getAttribute('aria-expanded'), EVENTUALLY).toBe('false');
    expect(await hasFocus(node)).toBe(true);
    const folded = page.locator('details > summary').first();
    await folded.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => node.getAttribute('aria-expanded'), EVENTUALLY).toBe('true');
    expect(await hasFocus(folded)).toBe(true);
  });
});
