import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENTUALLY } from './support/eventually.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { serveArena, type ServedArena, writeScript } from './support/serve-arena.js';

const missing = missingForBrowser();

/** Judges the six pairs of four models on six questions, in both orders. */
const judge = (spec: string): readonly string[] => [
  'judge',
  'run',
  '--judge',
  spec,
  '--questions',
  'small',
  '--verdict',
  'text',
];

/** One that always prefers the first place, and one that gives no verdict. */
const commands = (home: string): readonly (readonly string[])[] => [
  judge(writeScript(join(home, 'first-place.yaml'), 'The first one. [[A]]')),
  judge(writeScript(join(home, 'mumbler.yaml'), 'Hard to say.')),
];

describe.skipIf(missing !== null)(`judges in a browser${missing === null ? '' : ` (${missing})`}`, () => {
  let arena: ServedArena;
  let browser: TestBrowser;
  beforeAll(async () => {
    [arena, browser] = await Promise.all([serveArena({ commands }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await arena?.[Symbol.asyncDispose]();
  });

  test('a judge that always prefers the first place is shown as that, and its ranking as worth nothing', async () => {
    const { page, complaints } = await browser.open(`${arena.url}/judges`);
    await page.getByRole('link', { name: /first-place/ }).click();
    const panel = page.getByRole('table', { name: 'What its verdicts are worth' });
    const row = (name: string): Promise<string> => panel.getByRole('row', { name }).innerText();
    await panel.waitFor();
    await page.getByText('72 judgements').waitFor();
    expect(await row('For the answer shown first')).toMatch(/100\.0% \[\d+\.\d%–100\.0%\]\s+72\s+50% is fair/);
    expect(await row('Other verdict in the other order')).toMatch(/100\.0% \[\d+\.\d%–100\.0%\]\s+36\s+0% is best/);
    // Nobody has voted on these answers.
    expect(await row('Agrees with people')).toContain('not known');
    const states = page.getByRole('table', { name: 'States' });
    expect(await states.getByRole('row', { name: 'with a verdict' }).innerText()).toContain('72');

    await page.getByRole('link', { name: 'Its ranking' }).click();
    const rows = page.getByRole('table', { name: 'Ratings' }).locator('tbody tr');
    await rows.first().waitFor();
    // Four ties in the two orders: nobody is better.
    for (const text of await rows.allInnerTexts()) expect(text).toMatch(/^1–4\s[\s\S]*1000 \[/);
    await page.getByRole('group', { name: 'Aspect' }).getByRole('button', { name: 'Writing' }).click();
    await page.waitForURL(/aspect=writing/);
    expect(complaints).toEqual([]);
  });

  test('what cannot be read is a state, and no tie', async () => {
    const { page } = await browser.open(`${arena.url}/judges`);
    await page.getByRole('link', { name: /mumbler/ }).click();
    const states = page.getByRole('table', { name: 'States' });
    await states.waitFor();
    expect(await states.getByRole('row', { name: 'not readable' }).innerText()).toContain('72');
    await page.getByRole('link', { name: 'Its ranking' }).click();
    await page.getByText('No votes match these choices.').waitFor();
  });

  test('a judge that prefers the first place never agrees with itself, sides swapped', async () => {
    const { judges } = (await arena.call('GET', '/api/judges')) as { judges: readonly { id: string; spec: string }[] };
    const id = judges.find(({ spec }) => spec.includes('first-place'))?.id ?? '';
    const { page } = await browser.open(`${arena.url}/agreement?between=judge,swapped&judge=${id}`);
    const row = page
      .getByRole('table', { name: 'A judge and itself, sides swapped' })
      .getByRole('row', { name: 'Over all' });
    await expect.poll(() => row.innerText(), EVENTUALLY).toMatch(/36\s+0\.0% \[0\.0%–\d+\.\d%\]/);
  });
});
