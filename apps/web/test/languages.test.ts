import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENTUALLY } from './support/eventually.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { openStudy } from './support/open-study.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';

const missing = missingForBrowser();

describe.skipIf(missing !== null)(`languages and colours${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test('a Chinese browser reads and votes in Chinese; English is one choice away, and is kept', async () => {
    const studyId = await openStudy(arena);
    const { page, complaints } = await browser.open(`${arena.url}/arena/${studyId}`, { locale: 'zh-CN' });
    await page.getByRole('button', { name: 'A 更好' }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang'), EVENTUALLY).toBe('zh-CN');
    await page.getByText('请选择更有帮助的回答。').waitFor();
    await page.keyboard.press('1');
    await page.getByText('已记录：A 更好').waitFor();

    // Whoever is at the machine itself has no English name.
    await page.getByText('管理员 · 本机', { exact: true }).waitFor();

    await page.getByLabel('语言').selectOption('en');
    await page.getByText('Recorded: A is better').waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang'), EVENTUALLY).toBe('en');
    await page.reload();
    await page.getByRole('button', { name: 'A is better' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('colours follow the system, and can be chosen', async () => {
    const { page } = await browser.open(arena.url, { colorScheme: 'dark' });
    await page.getByRole('heading', { name: 'Which open model can stand in for ChatGPT?' }).waitFor();
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    await page.getByLabel('Colours').selectOption('light');
    await page.waitForFunction((before) => getComputedStyle(document.body).backgroundColor !== before, dark);
    await page.reload();
    await page.getByRole('heading', { name: 'Which open model can stand in for ChatGPT?' }).waitFor();
    await expect.poll(background, EVENTUALLY).not.toBe(dark);
  });
});
