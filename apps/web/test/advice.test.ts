import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillRuns } from './support/fill-runs.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';
import { settled } from './support/settled.js';
import { springVotes } from './support/spring-votes.js';

const missing = missingForBrowser();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const NEEDS = '/advise?area=science%3D2,commonsense&reference=llama-2-7b&maxMemory=32GiB';

/** As much of axe-core's result as is looked at. */
interface AxeWindow {
  readonly axe: {
    readonly run: () => Promise<{
      readonly violations: readonly {
        readonly id: string;
        readonly impact: string | null;
        readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
      }[];
    }>;
  };
}

describe.skipIf(missing !== null)(`the advice${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena({ fill: fillRuns }), openBrowser()]);
    await arena.call('POST', '/api/import', { format: 'battles', title: 'Spring votes', text: springVotes() });
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test('asks for needs, keeps them in the address, and answers first', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/advise`);
    await page.getByText('Choose at least one kind of work.').waitFor();
    await page.getByText('Science', { exact: true }).click();
    await page.getByText('Common sense', { exact: true }).click();
    await page.getByText('Weights: some kinds of work matter more').click();
    await page.getByRole('textbox', { name: 'Science' }).fill('2');
    await page.getByLabel('Reference', { exact: true }).fill('llama-2-7b');
    await page.getByText(/can stand in for Llama 2 7B|No model was shown to stand in for Llama 2 7B/).waitFor();
    expect(decodeURIComponent(page.url())).toMatch(/area="?science=2/);
    expect(page.url()).toContain('reference=llama-2-7b');
    await page.getByRole('heading', { name: 'Weak spots of the evidence' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('has a link to the samples behind every score, pair by pair for verdicts, and to models', async () => {
    const { page, complaints } = await browser.open(arena.url + NEEDS);
    await settled(page);
    const shortlist = page.getByRole('region', { name: 'Shortlist' });
    await shortlist.getByRole('link', { name: 'Llama 2 13B', exact: true }).waitFor();
    const verdicts = page.getByRole('region', { name: 'Against Llama 2 7B' });
    await verdicts.getByRole('link', { name: 'arc_easy, pair by pair' }).first().waitFor();
    await shortlist
      .getByRole('link', { name: /^arc_easy/ })
      .first()
      .click();
    await page.waitForURL(/\/runs\/[^/]+\/tasks\/arc_easy$/);
    await settled(page);
    expect(complaints).toEqual([]);
  });

  test('shows human votes beside the verdicts, and leads to the stand-in test of the same votes', async () => {
    const { page, complaints } = await browser.open(arena.url + NEEDS);
    await page.getByText(/^Human votes agree: Llama 2 13B wins 7\d\.\d% of 60 against Llama 2 7B/).waitFor();
    const votes = page.getByRole('region', { name: 'Human votes against Llama 2 7B' });
    const row = votes.getByRole('row', { name: /^Llama 2 13B All can stand in/ });
    const cells = await row.getByRole('cell').allTextContents();
    expect(cells.at(-1)).toBe('Spring votes (votes from a file)');
    await votes.getByRole('row', { name: /^Llama 2 13B Mathematics/ }).waitFor();
    await votes.getByRole('row', { name: /^SmolLM2 135M Instruct All falls short/ }).waitFor();
    await row.getByRole('link', { name: 'Spring votes' }).click();
    await page.waitForURL(/\/stand-in\?/);
    const overall = page.getByRole('row', { name: /^Over all/ });
    await overall.waitFor();
    const over = await overall.getByRole('cell').allTextContents();
    const [, , , rate, bounds, count] = cells;
    expect([rate, bounds, count]).toEqual([over[1], `${over[2]}–${over[3]}`, over[4]]);
    expect(complaints).toEqual([]);
  });

  test('proposes a study where nobody voted', async () => {
    const { page } = await browser.open(`${arena.url}/advise?area=science&reference=gemma-3-270m&maxMemory=32GiB`);
    await page.getByText(/nobody has compared its answers with those of Gemma 3 270M/).waitFor();
    expect(await page.getByTestId('study-command').count()).toBe(3);
    expect(await page.getByRole('main').getByRole('link', { name: 'Studies' }).getAttribute('href')).toBe('/studies');
  });

  test('says what is wrong with a need, and which models are left out why', async () => {
    const { page } = await browser.open(`${arena.url}/advise?area=science&context=very`);
    await page.getByText(/The needs can't be read/).waitFor();
    await page.goto(`${arena.url}/advise?area=science&reference=llama-2-7b&commercial=true&context=4k`);
    await page
      .getByText(/^Licence: \d+ models$/)
      .first()
      .click();
    const forbidden = page.getByText(/forbids commercial use/).first();
    await forbidden.waitFor();
    expect(await forbidden.textContent()).toMatch(/: the licence of /);
  });

  test.each([
    ['en-GB', 'light'],
    ['zh-CN', 'dark'],
  ] as const)('has no serious fault and fits a phone, in %s and %s', async (locale, colorScheme) => {
    const options = { locale, colorScheme, viewport: { width: 390, height: 800 } };
    const { page, complaints } = await browser.open(arena.url + NEEDS, options);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    // Evaluated by the browser's debugger: the content-security policy would refuse a script element.
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => (window as unknown as AxeWindow).axe.run());
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
