import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { openStudy } from './support/open-study.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';
import { settled } from './support/settled.js';

const missing = missingForBrowser();

describe.skipIf(missing !== null)(`what a model writes${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test('is drawn with tables, code and mathematics, and runs, loads and links nothing', async () => {
    const studyId = await openStudy(arena);
    const { page, complaints } = await browser.open(`${arena.url}/arena/${studyId}`);
    const answer = page.getByRole('article', { name: 'Answer A' });
    await answer.locator('.katex').first().waitFor();
    expect(await answer.locator('table').count()).toBe(1);
    await answer.locator('.hljs-keyword').first().waitFor();

    expect(await answer.locator('img, script, iframe, a').count()).toBe(0);
    expect(await answer.innerText()).toContain('<script>');
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('could run no script even if the renderer let one through', async () => {
    const { page } = await browser.open(`${arena.url}/studies`);
    await page.getByRole('heading', { name: 'Studies' }).waitFor();
    const ran = await page.evaluate(async () => {
      const place = document.createElement('div');
      document.body.append(place);
      place.innerHTML = '<img src="/no-such-image" onerror="window.hacked = 1">';
      const script = document.createElement('script');
      script.textContent = 'window.hacked = 1';
      place.append(script);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return 'hacked' in window;
    });
    expect(ran).toBe(false);
  });

  test('both answers are drawn in one height', async () => {
    const studyId = await openStudy(arena);
    const { page } = await browser.open(`${arena.url}/arena/${studyId}`);
    for (const name of ['Answer A', 'Answer B'])
      await page.getByRole('article', { name }).locator('.katex').first().waitFor();
    await settled(page);
    const [a, b] = await Promise.all(
      ['Answer A', 'Answer B'].map((name) => page.getByRole('article', { name }).boundingBox()),
    );
    expect(a?.height).toBeGreaterThan(200);
    expect(b?.height).toBeCloseTo(a?.height ?? 0, 0);
    expect(b?.y).toBeCloseTo(a?.y ?? 0, 0);
  });
});
