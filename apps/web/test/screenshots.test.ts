import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationBattles, fillDemonstration } from './support/demonstration.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';
import { settled } from './support/settled.js';

const missing =
  process.env['UNDERSTUDY_SCREENSHOTS'] === undefined
    ? 'skipped: set UNDERSTUDY_SCREENSHOTS=1 to take them anew'
    : missingForBrowser();
const FOLDER = fileURLToPath(new URL('../../../docs/arena/', import.meta.url));

/** Takes the pictures of the documentation anew: `UNDERSTUDY_SCREENSHOTS=1 npx vitest run apps/web/test/screenshots.test.ts`. */
describe.skipIf(missing !== null)(`pictures of the documentation${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  const ids = { votes: '', study: '' };
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena({ fill: fillDemonstration }), openBrowser()]);
    const text = demonstrationBattles(3000);
    const imported = await arena.call('POST', '/api/import', { format: 'battles', title: 'Demonstration votes', text });
    ids.votes = String(imported['studyId']);
    const { id } = await arena.call('POST', '/api/studies', {
      title: 'Demonstration study',
      mode: 'study',
      questionSetId: 'demonstration',
      versionIds: ['alder-70b', 'birch-34b', 'cedar-13b', 'dogwood-13b'],
      instructions: { en: 'Choose the answer that **helps** more.' },
    });
    ids.study = String(id);
    await arena.call('POST', `/api/studies/${ids.study}/open`, {});
    mkdirSync(FOLDER, { recursive: true });
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test.each([
    ['arena', '/arena/STUDY', {}],
    ['arena-zh-dark', '/arena/STUDY', { locale: 'zh-CN', colorScheme: 'dark' }],
    ['leaderboard', '/leaderboard?study=VOTES', { viewport: { width: 1280, height: 860 } }],
    ['heat-map', '/heat-maps?study=VOTES', { viewport: { width: 1280, height: 820 } }],
    ['agreement', '/agreement?study=VOTES', { viewport: { width: 1280, height: 620 } }],
    ['plan', '/studies/STUDY', { viewport: { width: 1280, height: 900 } }],
    ['votes-needed', '/votes-needed', { viewport: { width: 1280, height: 900 } }],
  ] as const)('%s', async (name, path, options) => {
    const address = path.replace('STUDY', ids.study).replace('VOTES', ids.votes);
    const { page, complaints } = await browser.open(arena.url + address, options);
    await settled(page);
    await page.screenshot({ path: `${FOLDER}${name}.png` });
    expect(complaints).toEqual([]);
  });
});
