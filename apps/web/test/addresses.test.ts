import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';
import { settled } from './support/settled.js';

const missing = missingForBrowser();

/** Names of what addresses say, each of them twice, so that no page finds a text where it looks for one. */
const ODD = (
  'area reference margin search kind use ids from to family origin sort ' +
  'first second task model status study judge candidate aspect context least most'
)
  .split(' ')
  .map((name) => `${name}=a&${name}=b`)
  .join('&');

describe.skipIf(missing !== null)(`mistyped addresses${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test.each([
    '/models',
    '/models/llama-2-7b',
    '/models/compare',
    '/timeline',
    '/lineage',
    '/capabilities',
    '/leaderboard',
    '/runs',
    '/runs/compare',
    '/advise',
    '/votes-needed',
    '/ratings',
    '/stand-in',
    '/heat-maps',
    '/agreement',
    '/pairs',
    '/snapshots',
  ])('%s leaves out what it cannot read', async (path) => {
    const { page, complaints } = await browser.open(`${arena.url}${path}?${ODD}`);
    await settled(page);
    expect(await page.getByText('This page has failed').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
