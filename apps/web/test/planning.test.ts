import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODELS } from './support/fill-arena.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveArena, type ServedArena } from './support/serve-arena.js';

const missing = missingForBrowser();

describe.skipIf(missing !== null)(`planning a study${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test('a study is planned, looked at before it is stored, made, opened, voted in and closed', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/studies/new`);
    await page.getByLabel('Title').fill('A study of factorials');
    await page.getByLabel('Question set').selectOption('small');
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.getByText(`${MODELS.length} chosen`).waitFor();
    await page.getByLabel('Annotators per item').fill('3');
    await page.getByLabel('A gold item after every … others').fill('0');
    await page.getByRole('button', { name: 'Preview the plan' }).click();
    // Six pairs of four models on six questions, three votes each.
    await page.getByText('36 items, 108 votes wanted').waitFor();
    const { studies: before } = await arena.call('GET', '/api/studies');
    expect(before).toEqual([]);

    await page.getByRole('button', { name: 'Make the study' }).click();
    await page.getByRole('heading', { name: 'A study of factorials' }).waitFor();
    await page.getByRole('button', { name: 'Open for votes' }).click();
    await page.getByRole('button', { name: 'Close' }).waitFor();

    await page.getByLabel('Pseudonym').fill('ada');
    await page.getByRole('button', { name: 'Make an invitation' }).click();
    const invitation = await page.getByTestId('secret').innerText();
    expect(invitation).toMatch(/\/join#\S{20,}$/);
    const ada = await browser.open(invitation);
    await ada.page.getByRole('link', { name: 'Vote', exact: true }).click();
    await ada.page.getByRole('button', { name: 'A is better' }).waitFor();
    // An annotator has no way to the pages that tell who wrote what.
    expect(await ada.page.getByRole('link', { name: 'Pair history' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByText('Closed').first().waitFor();
    await ada.page.keyboard.press('1');
    await ada.page.getByRole('alert').waitFor();
    expect(complaints).toEqual([]);
  });

  test('an error says what happened, how to go on, and its code', async () => {
    const { page } = await browser.open(`${arena.url}/arena/no-such-study`);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/Code: [a-z-]+/);
  });

  test('an invitation without its secret says so', async () => {
    const { page } = await browser.open(`${arena.url}/join`);
    const notice = page.getByText('The address has no invitation in it');
    await notice.waitFor();
    expect(await notice.isVisible()).toBe(true);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The invitation was not accepted');
  });
});
