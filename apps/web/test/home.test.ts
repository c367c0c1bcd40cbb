import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { openStudy } from './support/open-study.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';

const missing = missingForBrowser();

describe.skipIf(missing !== null)(`the start page${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test('says what to do first where there is nothing, and counts what there is', async () => {
    const { page, complaints } = await browser.open(arena.url);
    await page.getByText(/^\d+ models$/).waitFor();
    await page.getByText('0 runs · 0 samples').waitFor();
    await page.getByText('0 studies · 0 votes').waitFor();
    expect(await page.getByTestId('step-measure').innerText()).toMatch(/^understudy eval --model /);
    await page.getByTestId('step-vote').waitFor();

    await openStudy(arena);
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.getByText(/^\d+ models$/).waitFor();
          return page.getByText('1 study · 0 votes').count();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(1);
    expect(await page.getByTestId('step-vote').count()).toBe(0);
    await page.getByRole('link', { name: 'Vote', exact: true }).click();
    await page.getByRole('heading', { name: 'Studies' }).waitFor();
    await page.getByRole('link', { name: 'Understudy' }).click();
    await page.getByRole('heading', { name: 'What to do first' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('a page that does not come, as the server was stopped, is asked for again', async () => {
    const { page } = await browser.open(arena.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.route(/\/assets\/timeline-page/, (route) => route.abort());
    await page.getByRole('link', { name: 'Timeline' }).click();
    await page.getByText('The server does not answer').waitFor();
    await page.unroute(/\/assets\/timeline-page/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Timeline' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('is not where annotators begin: they have come to vote', async () => {
    const { invitation } = await arena.call('POST', '/api/annotators', { pseudonym: 'ada' });
    const { page } = await browser.open(String(invitation));
    await page.getByRole('heading', { name: 'Studies' }).waitFor();
    await page.goto(arena.url);
    await page.getByRole('heading', { name: 'Studies' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/studies');
  });
});
