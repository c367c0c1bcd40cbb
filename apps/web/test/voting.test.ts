import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENTUALLY } from './support/eventually.js';
import { MODELS } from './support/fill-arena.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { openStudy } from './support/open-study.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';

const missing = missingForBrowser();

describe.skipIf(missing !== null)(`voting in a browser${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test('a vote by mouse is recorded, and the names are shown on demand, but nowhere before', async () => {
    await openStudy(arena);
    const { invitation } = await arena.call('POST', '/api/annotators', { pseudonym: 'ada' });
    const { page, complaints, received } = await browser.open(String(invitation));
    await page.getByRole('heading', { name: 'Studies' }).waitFor();
    // The secret is in no address any more, and in no history.
    expect(page.url()).toBe(`${arena.url}/studies`);
    await page
      .locator('article', { hasText: '36 left for you' })
      .getByRole('link', { name: 'Vote', exact: true })
      .click();
    await page.getByText('Reasons and comment').click();
    await page.getByText('Clear', { exact: true }).click();
    await page.getByLabel('Comment').fill('Better said.');
    const before = [await page.content(), ...(await received())].join('\n');
    expect(/Reply \d/.test(before)).toBe(true);
    expect(MODELS.filter((name) => before.includes(name))).toEqual([]);

    await page.getByRole('button', { name: 'B is better' }).click();
    await page.getByText('Recorded: B is better').waitFor();
    await page.getByRole('button', { name: 'Show the names' }).click();
    const names = [await page.getByTestId('name-a').innerText(), await page.getByTestId('name-b').innerText()];
    for (const name of names) expect(MODELS.some((model) => name.startsWith(model))).toBe(true);
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });

    const instructions = page.getByText('Choose the answer that');
    expect(await instructions.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('1 of 36').waitFor();
    // Read once, they leave the room to the answers.
    await instructions.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });

  test('an invitation counts, however late the first answer on who one is comes', async () => {
    const studyId = await openStudy(arena);
    const { invitation } = await arena.call('POST', '/api/annotators', { pseudonym: 'late' });
    const { page } = await browser.open('about:blank');
    const accepted = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.route('**/api/session', async (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const answer = await route.fetch();
      await Promise.race([accepted, setTimeout(1000)]);
      return route.fulfill({ response: answer });
    });
    await page.goto(String(invitation));
    await page.getByText('late · annotator').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await page.goto(`${arena.url}/arena/${studyId}`);
    await page.getByText('late · annotator').waitFor();
    await page.getByRole('button', { name: 'B is better' }).click();
    await page.getByText('Recorded: B is better').waitFor();
    const study = await arena.call('GET', `/api/studies/${studyId}`);
    expect(study['progress']).toMatchObject({ done: 1 });
  });

  test('everything goes by keyboard alone, and the focus follows', async () => {
    const studyId = await openStudy(arena);
    const { page } = await browser.open(`${arena.url}/studies`);
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let press = 0; press < 80; press += 1) {
        await page.keyboard.press('Tab');
        if (name.test(await focused())) return;
      }
      throw new Error(`The tab key does not reach ${name}.`);
    };
    await page.getByRole('link', { name: 'Vote', exact: true }).first().waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(focused, EVENTUALLY).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await tabTo(/^Vote$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Question' }).waitFor();

    for (const [key, outcome] of [
      ['1', 'A is better'],
      ['3', 'Equally good'],
      ['4', 'Both are bad'],
      ['0', 'Skip'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByText(`Recorded: ${outcome}`).waitFor();
      await expect.poll(focused, EVENTUALLY).toMatch(/^Next/);
      await page.keyboard.press('n');
      await page.getByRole('group', { name: 'Which answer is better?' }).waitFor();
      await expect.poll(focused, EVENTUALLY).toBe('Question');
    }
    // While somebody writes, digits are digits.
    await tabTo(/^Reasons and comment/);
    await page.keyboard.press('Enter');
    await page.getByLabel('Comment').focus();
    await page.keyboard.type('1 2 3');
    expect(await page.getByLabel('Comment').inputValue()).toBe('1 2 3');
    expect(await page.getByText('Recorded').count()).toBe(0);
    const study = await arena.call('GET', `/api/studies/${studyId}`);
    expect(study['progress']).toMatchObject({ done: 3 });
  });

  test('an undone vote gives the same pair again, on the same sides, and then counts once', async () => {
    const studyId = await openStudy(arena);
    const { page } = await browser.open(`${arena.url}/arena/${studyId}`);
    // Until the renderer has loaded, an answer stands as it was written.
    await page.locator('.katex').first().waitFor();
    const answerA = await page.getByRole('article', { name: 'Answer A' }).innerText();
    const prompt = await page.getByRole('region', { name: 'Question' }).innerText();
    await page.keyboard.press('2');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Your vote was taken back').waitFor();
    await expect.poll(() => page.getByRole('article', { name: 'Answer A' }).innerText(), EVENTUALLY).toBe(answerA);
    expect(await page.getByRole('region', { name: 'Question' }).innerText()).toBe(prompt);
    await page.getByText('0 of 36').waitFor();
    await page.keyboard.press('1');
    await page.getByText('Recorded: A is better').waitFor();
    await page.getByText('1 of 36').waitFor();
    const study = await arena.call('GET', `/api/studies/${studyId}`);
    expect(study['progress']).toMatchObject({ done: 1 });
  });

  test('after ten seconds the undo is gone and the names come by themselves; a withdrawn vote stays withdrawn', async () => {
    const studyId = await openStudy(arena);
    const { page } = await browser.open(`${arena.url}/arena/${studyId}`);
    await page.getByRole('button', { name: 'A is better' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await page.getByTestId('name-a').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Withdraw this vote' }).click();
    await page.getByText('Withdrawn: it does not count any more.').first().waitFor();
    const study = await arena.call('GET', `/api/studies/${studyId}`);
    expect(study['progress']).toMatchObject({ done: 0 });
  });

  test('whoever has done everything gets the completion code', async () => {
    const studyId = await openStudy(arena, {
      versionIds: MODELS.slice(0, 2),
      design: { votesPerItem: 1, items: 2, overlap: 1, goldEvery: 0, seed: 1 },
    });
    const { page } = await browser.open(`${arena.url}/arena/${studyId}`);
    for (let item = 0; item < 2; item += 1) {
      await page.getByRole('group', { name: 'Which answer is better?' }).waitFor();
      await page.keyboard.press('1');
      await page.getByText('Recorded').waitFor();
      await page.keyboard.press('n');
    }
    expect(await page.getByTestId('completion-code').innerText()).toBe('DONE-123');
  });
});
