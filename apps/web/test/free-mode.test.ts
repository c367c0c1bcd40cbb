import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENTUALLY } from './support/eventually.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';

const missing = missingForBrowser();

describe.skipIf(missing !== null)(`free mode in a browser${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    const freeAnswers = ['The **first** model says this.', 'The **second** model says that.'];
    [arena, browser] = await Promise.all([serveArena({ freeAnswers }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test('both models answer at once, over more than one turn, and the names come after the vote', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/studies`);
    await page.getByRole('link', { name: 'Vote', exact: true }).click();
    expect(await page.getByRole('button', { name: 'A is better' }).count()).toBe(0);
    await page.getByLabel('Your question to both models').fill('Who are you?');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Both answers are complete').waitFor();
    const said = async (): Promise<unknown> => {
      const answers = await page.getByRole('article').allInnerTexts();
      return answers
        .map((text) => /The (first|second) model/.exec(text)?.[1])
        .toSorted((a, b) => (a ?? '').localeCompare(b ?? ''));
    };
    await expect.poll(said, EVENTUALLY).toEqual(['first', 'second']);

    await page.getByLabel('Your question to both models').fill('And then?');
    await page.getByRole('button', { name: 'Ask further' }).click();
    await page.getByText('Turn 2').waitFor();
    await expect.poll(() => page.getByRole('article').count(), EVENTUALLY).toBe(4);
    await page.getByText('Both answers are complete').waitFor();

    await page.getByRole('button', { name: 'Equally good' }).click();
    await page.getByText('Recorded: Equally good').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Your vote was taken back').waitFor();
    await expect.poll(() => page.getByRole('article').count(), EVENTUALLY).toBe(4);
    await page.getByRole('button', { name: 'A is better' }).click();
    await page.getByRole('button', { name: 'Show the names' }).click();
    await page.getByTestId('name-a').waitFor();
    expect(complaints).toEqual([]);
  });
});
