import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENTUALLY } from './support/eventually.js';
import { BIDI } from './support/fill-hostile-run.js';
import { missingForBrowser, openBrowser, type TestBrowser } from './support/open-browser.js';
import { seriousFaults } from './support/serious-faults.js';
import { serveRuns, type ServedRuns, TASKS } from './support/serve-runs.js';
import { settled } from './support/settled.js';

const missing = missingForBrowser();

describe.skipIf(missing !== null)(`the run browser${missing === null ? '' : ` (${missing})`}`, () => {
  let served: ServedRuns;
  let browser: TestBrowser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveRuns(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await served?.[Symbol.asyncDispose]();
  });

  test('lists runs, filters them by the address, and leads two to their comparison', async () => {
    const { page, complaints } = await browser.open(`${served.url}/runs`);
    const rows = page.getByRole('table', { name: 'Runs' }).locator('tbody tr');
    await expect.poll(() => rows.count(), EVENTUALLY).toBe(3);
    await page.getByLabel('Task').selectOption('quick_winogrande');
    await page.waitForURL(/task=quick_winogrande/);
    await expect.poll(() => rows.count(), EVENTUALLY).toBe(2);
    await page.goto(`${served.url}/runs?status=running`);
    await page.getByText('No run fits this choice.').waitFor();

    await page.goto(`${served.url}/runs`);
    await page.getByLabel(`Choose ${served.first}`).check();
    await page.getByLabel(`Choose ${served.second}`).check();
    await page.getByRole('link', { name: 'Compare these two' }).click();
    await page.getByText('The two runs were made with different settings').waitFor();
    expect(complaints).toEqual([]);
  });

  test('a list that the server does not send keeps its filter, by which one goes on', async () => {
    const { page } = await browser.open(`${served.url}/`);
    await page.route(/api\/runs\?.*status=failed/, (route) => route.fulfill({ status: 500, json: {} }));
    await page.goto(`${served.url}/runs?task=removed&status=failed`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Task').inputValue()).toBe('removed');
    await page.getByLabel('Status').selectOption('Any status');
    await page.getByText('No run fits this choice.').waitFor();
    await page.getByLabel('Task').selectOption('All tasks');
    await page.getByRole('table', { name: 'Runs' }).waitFor();
  });

  test('what a run has not is said in a sentence that leads back, with nothing to save', async () => {
    const task = `/runs/${served.first}/tasks/quick_arc_easy`;
    const { page } = await browser.open(`${served.url}/runs`);
    const cases = [
      ['/runs/2000', 'There is no run 2000', 'All runs', '/runs'],
      ['/runs/2000/tasks/x', 'There is no run 2000', 'All runs', '/runs'],
      [`/runs/${served.first}/tasks/x`, `Run ${served.first} has no task x`, `Run ${served.first}`, null],
      [`${task}/abc`, `Run ${served.first} has no document abc of quick_arc_easy`, 'Back to the list', task],
      [`${task}/99999999`, /has no document 99999999 of quick_arc_easy/, 'Back to the list', task],
      [`${task}/99999999999`, /has no document 99999999999 of/, 'Back to the list', task],
    ] as const;
    for (const [path, title, back, address] of cases) {
      await page.goto(served.url + path);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      const link = page.getByRole('main').getByRole('link', { name: back });
      expect(await link.getAttribute('href')).toBe(address ?? `/runs/${served.first}`);
      expect(await page.getByText(/^Save/).count()).toBe(0);
    }
  });

  test('a run shows its results with intervals, how it was made, and what a reader should know', async () => {
    const { page, complaints } = await browser.open(`${served.url}/runs/${served.first}`);
    const results = page.getByRole('table', { name: 'Results' });
    await results.waitFor();
    const { rows } = (await served.call('GET', `/api/runs/${served.first}/report`)) as unknown as {
      readonly rows: readonly { readonly name: string; readonly metric: { readonly value: number } }[];
    };
    const value = rows.find(({ name }) => name === 'quick_arc_easy')?.metric.value.toFixed(4) ?? '?';
    const first = await results.locator('tbody tr').first().innerText();
    expect(first).toContain(value);
    expect(first).toMatch(/\[0\.\d{4}–0\.\d{4}\]/);
    await page.getByText('Settings', { exact: true }).click();
    await page.getByText('"applyChatTemplate": false').first().waitFor();
    // The list stands above this page and is not it.
    expect(await page.getByRole('main').locator('[aria-current]').count()).toBe(0);

    // All winogrande choices have one continuation, which the scripted model likes equally.
    await page.getByRole('table', { name: 'What a reader should know' }).getByRole('link', { name: '60' }).click();
    await page.waitForURL(/tasks\/quick_winogrande\?marks=tie/);
    await page.getByText('60 samples fit').waitFor();
    expect(complaints).toEqual([]);
  });

  test('samples are sorted and filtered by the address, fifty a page', async () => {
    const path = `${served.url}/runs/${served.first}/tasks/quick_arc_easy`;
    const { page, complaints } = await browser.open(path);
    const rows = page.getByRole('table', { name: 'Samples' }).locator('tbody tr');
    await expect.poll(() => rows.count(), EVENTUALLY).toBe(50);
    await page.getByText('Rows 1–50 of 60').waitFor();
    // The page belongs to the runs.
    const main = page.getByRole('navigation', { name: 'Main' });
    expect(await main.locator('[aria-current=page]').allInnerTexts()).toEqual(['Runs']);
    expect(await page.getByRole('link', { name: 'Previous page' }).getAttribute('href')).toBe(null);
    const documents = await rows.locator('td:first-child').allInnerTexts();
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.getByText('Rows 51–60 of 60').waitFor();
    expect(await rows.count()).toBe(10);
    await page.getByRole('link', { name: 'Previous page' }).click();
    await page.getByText('Rows 1–50 of 60').waitFor();
    expect(await rows.locator('td:first-child').allInnerTexts()).toEqual(documents);
    await page.goBack();
    await page.getByText('Rows 51–60 of 60').waitFor();
    await page.getByRole('link', { name: 'First page' }).click();
    await expect.poll(() => rows.count(), EVENTUALLY).toBe(50);

    await page.getByLabel('Values of').selectOption('acc');
    await page.waitForURL(/column=acc/);
    await page.getByRole('button', { name: 'Margin' }).click();
    await page.waitForURL(/sort=margin/);
    await page.getByRole('button', { name: 'Margin' }).click();
    await page.waitForURL(/direction=ascending/);
    const margins = async (): Promise<readonly number[]> =>
      (await rows.locator('td:nth-child(5)').allInnerTexts()).map((text) => Number(text.replace('\u2212', '-')));
    await expect.poll(async () => (await margins())[0], EVENTUALLY).toBeLessThan(-10);
    const shown = await margins();
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    for (const text of await rows.locator('td:nth-child(3)').allInnerTexts()) expect(text).toBe('✗ wrong');

    const shared = await browser.open(page.url());
    const sharedRows = shared.page.getByRole('table', { name: 'Samples' }).locator('tbody tr');
    await expect.poll(() => sharedRows.count(), EVENTUALLY).toBe(shown.length);
    // In this order j leads down the list, k back.
    const second = await rows.nth(1).getByRole('link').innerText();
    const first = await rows.nth(0).getByRole('link').innerText();
    await rows.nth(0).getByRole('link').click();
    await page.getByText(`1 of ${shown.length}`).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { level: 1, name: `quick_arc_easy, document ${second}`, exact: true }).waitFor();
    await page.getByText(`2 of ${shown.length}`).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('heading', { level: 1, name: `quick_arc_easy, document ${first}`, exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('a multiple-choice sample shows what acc and acc_norm took, and why', async () => {
    const { page, complaints } = await browser.open(`${served.url}/runs/${served.first}/tasks/quick_arc_easy/0`);
    const choices = page.getByRole('table', { name: 'Choices' });
    await choices.waitFor();
    const texts = await choices.locator('tbody tr').allInnerTexts();
    // One nat a character: the shortest wins by the sum, the longest (delimiter and all) by its characters.
    expect(texts[0]).toMatch(/gravity\s+acc\s+−8\.0000/);
    expect(texts[2]).toMatch(/✓ right\s+kinetic energy/);
    expect(texts[3]).toMatch(/potential energy\s+acc_norm\s+−17\.0000/);
    await page.getByText('The log-probability is largest for choice 1, which is wrong.').waitFor();
    expect(complaints).toEqual([]);
  });

  test('a generated sample shows each step of its filters, what was compared, and folds the examples', async () => {
    const { page, complaints } = await browser.open(`${served.url}/runs/${served.first}/tasks/quick_gsm8k_cot/1`);
    const strict = page.getByRole('region', { name: 'Filter strict-match' });
    await strict.waitFor();
    expect(await strict.locator('li').allInnerTexts()).toEqual([
      expect.stringContaining('["35"]'),
      expect.stringContaining('35'),
    ]);
    await page.getByText('The filtered answer and a right answer are the same text.').first().waitFor();
    const fold = page.getByText(/Before the question: instructions and examples, [\d,]+ characters/);
    await fold.waitFor();
    expect(await page.getByText('There are 15 trees in the grove').isVisible()).toBe(false);
    await fold.click();
    await page.getByText('There are 15 trees in the grove').waitFor();
    expect(complaints).toEqual([]);
  });

  test('two runs are compared, down to the words that differ', async () => {
    const address = `${served.url}/runs/compare?first=${served.first}&second=${served.second}&task=quick_gsm8k_cot`;
    const { page, complaints } = await browser.open(address);
    await page.getByRole('table', { name: 'Differences' }).waitFor();
    await page.getByText(/Asked with different prompts: 12 documents/).waitFor();
    await page.getByRole('button', { name: 'Only first right: 1' }).click();
    await page.waitForURL(/outcome=only-first/);
    await page.getByRole('button', { name: 'Show document 1 side by side' }).click();
    await page.waitForURL(/document=1/);
    const sides = page.getByRole('region', { name: 'Document 1 side by side' });
    await expect.poll(() => sides.evaluate((each) => each === document.activeElement), EVENTUALLY).toBe(true);
    await expect.poll(() => page.evaluate(() => window.scrollY), EVENTUALLY).toBeGreaterThan(0);
    await page.locator('del', { hasText: '35' }).first().waitFor();
    await page.locator('ins', { hasText: '18' }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('two runs are compared on all their tasks at once, and the name of one chooses it', async () => {
    const { page, complaints } = await browser.open(
      `${served.url}/runs/compare?first=${served.first}&second=${served.second}`,
    );
    const all = page.getByRole('table', { name: 'All tasks' });
    await all.waitFor();
    const rows = all.locator('tbody tr');
    expect(await rows.locator('td:first-child').allInnerTexts()).toEqual(TASKS.split(','));
    const arc = await rows.filter({ hasText: 'quick_arc_easy' }).innerText();
    // Its main metric, as on the leaderboard, not its first one; the second run has examples in its prompts.
    expect(arc).toContain('acc_norm ↑');
    expect(arc).toMatch(/\[−0\.\d{4} … \+0\.\d{4}\]/);
    expect(arc).toMatch(/settings? differs?, prompts differ in 60/);
    await all.getByRole('link', { name: 'quick_gsm8k_cot' }).click();
    await page.waitForURL(/task=quick_gsm8k_cot/);
    expect(await page.getByLabel('Task', { exact: true }).inputValue()).toBe('quick_gsm8k_cot');
    await expect.poll(() => all.locator('[aria-current]').allInnerTexts(), EVENTUALLY).toEqual(['quick_gsm8k_cot']);
    // The table of the task itself says the same of its metric.
    const cells = await rows.filter({ hasText: 'quick_gsm8k_cot' }).locator('td').allInnerTexts();
    const metric = page.getByRole('table', { name: 'Differences' }).locator('tbody tr').first().locator('td');
    await expect.poll(async () => (await metric.allInnerTexts()).slice(1), EVENTUALLY).toEqual(cells.slice(2, -1));
    expect(cells.slice(2, -1)).toHaveLength(5);
    expect(complaints).toEqual([]);
  });

  test('a run of another process is followed to its end, and reads as interrupted when that is killed', async () => {
    const slow = { version: 1, default_answer: '18', delay_ms: 40 };
    const child = served.evaluate(slow, ['--tasks', 'quick_gsm8k_cot,quick_arc_easy', '--limit', '12']);
    const ended = once(child, 'close');
    const { page, complaints } = await browser.open(`${served.url}/runs`);
    const running = page.getByRole('row').filter({ hasText: 'running' });
    await expect
      .poll(async () => {
        await page.reload();
        await settled(page);
        return running.count();
      }, EVENTUALLY)
      .toBe(1);
    await running.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: /^Run / }).waitFor();
    await page.getByText(/of 24 documents/).waitFor();
    await ended;
    await page.getByText('finished').first().waitFor();
    await expect.poll(() => page.getByText(/of 24 documents/).count(), EVENTUALLY).toBe(0);

    const killed = served.evaluate({ ...slow, delay_ms: 500 }, ['--tasks', 'quick_arc_easy', '--num_fewshot', '1']);
    const gone = once(killed, 'close');
    await page.goto(`${served.url}/runs`);
    await expect
      .poll(async () => {
        await page.reload();
        await settled(page);
        return running.count();
      }, EVENTUALLY)
      .toBe(1);
    killed.kill('SIGKILL');
    await gone;
    // The list asks again by itself while a run goes on.
    await page.getByRole('row').filter({ hasText: 'interrupted' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('mark-up in answers, documents and names stays text', async () => {
    const path = `${served.url}/runs/${served.hostile}/tasks/hostile`;
    const { page, complaints } = await browser.open(`${path}/0`);
    await page.getByText('<script>window.hacked = "script"</script>').first().waitFor();
    expect(await page.locator('main script, main iframe, main img').count()).toBe(0);
    await page.goto(path);
    await page.getByText('<img src=x').first().waitFor();
    await page.goto(`${served.url}/runs`);
    await page.getByRole('cell', { name: '<script>window.hacked=2</script>' }).waitFor();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('characters that turn others around or are not seen are written out', async () => {
    const { page, complaints } = await browser.open(`${served.url}/runs/${served.hostile}/tasks/hostile/1`);
    await page.getByText('U+202E').first().waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('pay U+202EevilU+202C nowU+200B');
    expect(text).not.toContain(BIDI);
    expect(complaints).toEqual([]);
  });

  test('a prompt of 100 KB is shown by its ends, and whole when asked for', async () => {
    const { page, complaints } = await browser.open(`${served.url}/runs/${served.hostile}/tasks/hostile/2`);
    await page.getByText('THE END').waitFor();
    expect(await page.locator('main *').count()).toBeLessThan(5000);
    await page.getByRole('button', { name: /characters are left out here/ }).click();
    await expect.poll(() => page.locator('main *').count(), EVENTUALLY).toBeGreaterThan(7000);
    await page.getByText('THE END').waitFor();
    expect(complaints).toEqual([]);
  });

  test.each([
    ['/runs'],
    ['/runs/FIRST'],
    ['/runs/FIRST/tasks/quick_arc_easy?column=acc%2Cnone&least=0&largest=0'],
    ['/runs/FIRST/tasks/quick_arc_easy/0'],
    ['/runs/FIRST/tasks/quick_gsm8k_cot/1'],
    ['/runs/compare?first=FIRST&second=SECOND&task=quick_gsm8k_cot&document=1'],
  ])('%s has no serious fault, in light, dark and on a phone', async (path) => {
    const address = served.url + path.replace('FIRST', served.first).replace('SECOND', served.second);
    const phone = { viewport: { width: 390, height: 844 } };
    for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, phone] as const) {
      const { page } = await browser.open(address, options);
      await settled(page);
      expect(await seriousFaults(page)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(width).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  test('reads in Chinese', async () => {
    const { page, complaints } = await browser.open(`${served.url}/runs/${served.first}/tasks/quick_arc_easy/0`, {
      locale: 'zh-CN',
    });
    await page.getByText('选项 1 的对数概率最大，该选项错误。').waitFor();
    await page.goto(`${served.url}/runs`);
    await page.getByRole('heading', { level: 1, name: '运行' }).waitFor();
    await page.goto(`${served.url}/runs/compare?first=${served.first}&second=${served.second}`);
    await page.getByText('两次运行的设置不同').waitFor();
    expect(complaints).toEqual([]);
  });
});
