import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveRuns, type ServedRuns } from './support/serve-runs.js';
import { settled } from './support/settled.js';

const missing =
  process.env['UNDERSTUDY_SCREENSHOTS'] === undefined
    ? 'skipped: set UNDERSTUDY_SCREENSHOTS=1 to take them anew'
    : missingForBrowser();
const FOLDER = fileURLToPath(new URL('../../../docs/runs/', import.meta.url));

/** Takes the pictures of the run browser anew: `UNDERSTUDY_SCREENSHOTS=1 npx vitest run apps/web/test/runs-screenshots.test.ts`. */
describe.skipIf(missing !== null)(`pictures of the run browser${missing === null ? '' : ` (${missing})`}`, () => {
  let served: ServedRuns;
  let browser: TestBrowser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveRuns(), openBrowser()]);
    mkdirSync(FOLDER, { recursive: true });
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await served?.[Symbol.asyncDispose]();
  });

  test.each([
    ['run', '/runs/FIRST', {}],
    [
      'samples',
      '/runs/FIRST/tasks/quick_arc_easy?column=acc%2Cnone&least=0&largest=0&sort=margin&direction=ascending',
      {},
    ],
    ['choices', '/runs/FIRST/tasks/quick_arc_easy/0', {}],
    ['filters', '/runs/FIRST/tasks/quick_gsm8k_cot/1', {}],
    ['filters-zh-dark', '/runs/FIRST/tasks/quick_gsm8k_cot/1', { locale: 'zh-CN', colorScheme: 'dark' }],
    ['comparison', '/runs/compare?first=FIRST&second=SECOND&task=quick_gsm8k_cot', {}],
  ] as const)('%s', async (name, path, options) => {
    const address = served.url + path.replace('FIRST', served.first).replace('SECOND', served.second);
    const { page, complaints } = await browser.open(address, options);
    await settled(page);
    await page.screenshot({ path: `${FOLDER}${name}.png` });
    expect(complaints).toEqual([]);
  });
});
