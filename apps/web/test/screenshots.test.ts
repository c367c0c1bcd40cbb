import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMONSTRATION_MODELS, fillDemonstration } from './support/demonstration.js';
import { fillRuns } from './support/fill-runs.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { openStudy } from './support/open-study.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';
import { settled } from './support/settled.js';
import { springVotes } from './support/spring-votes.js';

const missing =
  process.env['UNDERSTUDY_SCREENSHOTS'] === undefined
    ? 'skipped: set UNDERSTUDY_SCREENSHOTS=1 to take them anew'
    : missingForBrowser();
const DEMONSTRATION = {
  title: 'Demonstration study',
  questionSetId: 'demonstration',
  design: { votesPerItem: 2, items: null, overlap: 1, goldEvery: 0, seed: 7 },
  instructions: { en: 'Choose the answer that **helps** more.', 'zh-CN': '请选择**更有帮助**的回答。' },
};
const folderOf = (name: string): string => fileURLToPath(new URL(`../../../docs/${name}/`, import.meta.url));
const FOLDER = folderOf('arena');
const LEADERBOARD_FOLDER = folderOf('leaderboard');
const KNOW_FOLDER = folderOf('know');
const ADVICE_FOLDER = folderOf('advise');

/** Takes the pictures of the documentation anew: `UNDERSTUDY_SCREENSHOTS=1 npx vitest run apps/web/test/screenshots.test.ts`. */
describe.skipIf(missing !== null)(`pictures of the documentation${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  const ids = { PAIR: '', STUDY: '' };
  beforeAll(async () => {
    [arena, browser] = await Promise.all([
      serveArena({ fill: fillDemonstration, commands: () => [['arena', 'demo']] }),
      openBrowser(),
    ]);
    // Any two of these answered differently; the plan is of all of them.
    ids.PAIR = await openStudy(arena, { ...DEMONSTRATION, versionIds: ['alder-70b', 'birch-34b'] });
    ids.STUDY = await openStudy(arena, { ...DEMONSTRATION, versionIds: DEMONSTRATION_MODELS });
    mkdirSync(FOLDER, { recursive: true });
    mkdirSync(KNOW_FOLDER, { recursive: true });
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test.each([
    ['arena', '/arena/PAIR', {}],
    ['arena-zh-dark', '/arena/PAIR', { locale: 'zh-CN', colorScheme: 'dark' }],
    ['ratings', '/ratings?study=llmfao-crowd', { viewport: { width: 1280, height: 860 } }],
    ['heat-map', '/heat-maps?study=llmfao-crowd', { viewport: { width: 1280, height: 820 } }],
    ['agreement', '/agreement?study=llmfao-crowd', { viewport: { width: 1280, height: 620 } }],
    ['plan', '/studies/STUDY', { viewport: { width: 1280, height: 900 } }],
    ['votes-needed', '/votes-needed', { viewport: { width: 1280, height: 900 } }],
  ] as const)('%s', async (name, path, options) => {
    const address = path.replace('PAIR', ids.PAIR).replace('STUDY', ids.STUDY);
    const { page, complaints } = await browser.open(arena.url + address, options);
    await settled(page);
    await page.screenshot({ path: `${FOLDER}${name}.png` });
    expect(complaints).toEqual([]);
  });

  test.each([
    ['models', '/models?use=allowed&least=6&most=14&compare=llama-2-7b-chat,mistral-7b-instruct-v0.1', 900],
    ['model', '/models/vicuna-7b-v1.5', 1000],
    ['timeline', '/timeline', 760],
    ['lineage', '/lineage', 1000],
    ['capabilities', '/capabilities', 1000],
  ] as const)('know/%s', async (name, path, height) => {
    const { page, complaints } = await browser.open(arena.url + path, { viewport: { width: 1280, height } });
    await settled(page);
    await page.screenshot({ path: `${KNOW_FOLDER}${name}.png` });
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(missing !== null)(
  `pictures of the leaderboard and of advice${missing === null ? '' : ` (${missing})`}`,
  () => {
    let arena: ServedArena;
    let browser: TestBrowser;
    beforeAll(async () => {
      [arena, browser] = await Promise.all([serveArena({ fill: fillRuns }), openBrowser()]);
      await arena.call('POST', '/api/import', { format: 'battles', title: 'Spring votes', text: springVotes() });
      mkdirSync(LEADERBOARD_FOLDER, { recursive: true });
      mkdirSync(ADVICE_FOLDER, { recursive: true });
    });
    afterAll(async () => {
      await browser?.[Symbol.asyncDispose]();
      await arena?.[Symbol.asyncDispose]();
    });

    test.each([
      ['start', '/', { viewport: { width: 1280, height: 760 } }],
      ['areas', '/leaderboard', { viewport: { width: 1280, height: 1000 } }],
      ['tasks-dark', '/leaderboard?area=science', { viewport: { width: 1280, height: 1240 }, colorScheme: 'dark' }],
      ['areas-zh-phone', '/leaderboard', { viewport: { width: 390, height: 844 }, locale: 'zh-CN' }],
    ] as const)('%s', async (name, path, options) => {
      const { page, complaints } = await browser.open(arena.url + path, options);
      await settled(page);
      await page.screenshot({ path: `${LEADERBOARD_FOLDER}${name}.png` });
      expect(complaints).toEqual([]);
    });

    test('advise/advice', async () => {
      const needs = '/advise?area=science%3D2,commonsense&reference=llama-2-7b&maxMemory=32GiB';
      const { page, complaints } = await browser.open(arena.url + needs, { viewport: { width: 1280, height: 1500 } });
      await settled(page);
      await page.screenshot({ path: `${ADVICE_FOLDER}advice.png` });
      expect(complaints).toEqual([]);
    });
  },
);
