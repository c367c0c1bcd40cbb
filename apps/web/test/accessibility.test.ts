import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillRuns } from './support/fill-runs.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { openStudy } from './support/open-study.js';
import { seriousFaults } from './support/serious-faults.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';
import { settled } from './support/settled.js';

const missing = missingForBrowser();

describe.skipIf(missing !== null)(`accessibility${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  let studyId: string;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena({ fill: fillRuns }), openBrowser()]);
    studyId = await openStudy(arena);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test.each([
    ['/'],
    ['/leaderboard'],
    ['/leaderboard?area=science'],
    ['/arena/STUDY'],
    ['/studies/STUDY'],
    ['/studies/new'],
    ['/ratings?study=STUDY'],
    ['/heat-maps?study=STUDY'],
    ['/agreement?study=STUDY'],
    ['/votes-needed'],
    ['/stand-in'],
    ['/judges'],
    ['/pairs'],
    ['/annotators'],
    ['/keys'],
    ['/audit'],
    ['/exchange'],
    ['/snapshots'],
    ['/sign-in'],
    ['/models?compare=llama-7b'],
    ['/models/vicuna-7b-v1.5'],
    ['/models/llama-2-70b-chat'],
    ['/models/compare?ids=vicuna-7b-v1.5,llama-2-7b-chat,gpt-4'],
    ['/timeline'],
    ['/lineage'],
    ['/capabilities'],
    ['/models/nothing'],
    ['/runs'],
    ['/advise'],
    ['/advise?area=science%3D2,commonsense&reference=llama-2-7b'],
  ])('%s has no serious fault, in light and dark', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await browser.open(arena.url + path.replace('STUDY', studyId), { colorScheme });
      await settled(page);
      expect(await seriousFaults(page)).toEqual([]);
      await page.context().close();
    }
  });
});
