import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';

const missing = missingForBrowser();

describe.skipIf(missing !== null)(`the first page${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test('loads less than 200 KB of compressed script, and from this server only', async () => {
    const { page, complaints } = await browser.open('about:blank');
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    });
    await page.goto(arena.url);
    await page.getByRole('heading', { name: 'Which open model can stand in for ChatGPT?' }).waitFor();
    await page.waitForLoadState('networkidle');
    const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(200_000);
    expect(complaints).toEqual([]);
  });
});
