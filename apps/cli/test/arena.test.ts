import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli, type CliResult } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';

const home = temporaryHome();
const file = (name: string): string => join(home, name);

/** `understudy arena …` in this test's home. */
function arena(...words: readonly string[]): Promise<CliResult> {
  return runCli(['arena', ...words], { home });
}

/** The parts of what `--json` prints that the tests look into. */
interface Printed {
  readonly models?: readonly { readonly model: string }[];
  readonly studies?: readonly { readonly id: string; readonly state: string }[];
  readonly balance?: object;
  readonly power?: { readonly halfWidth: number; readonly clusteredHalfWidth: number };
}

async function json(...words: readonly string[]): Promise<Printed> {
  const { code, stdout, stderr } = await arena(...words, '--json');
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Printed;
}

beforeAll(() => {
  const questions = Array.from(
    { length: 6 },
    (_, id) => `  - {id: ${id}, aspect: sums, turns: [What is ${id} + 1?]}\n`,
  );
  writeFileSync(
    file('sums.yaml'),
    `version: 1\nid: sums\ntitle: Sums\nsource: here\nquestions:\n${questions.join('')}`,
  );
  const rows = ['ant', 'bee', 'cat', 'dog'].flatMap((model) =>
    Array.from({ length: 6 }, (_, id) => `${id},${model},${model === 'dog' && id === 5 ? 'I am dog.' : id + 1}`),
  );
  writeFileSync(file('answers.csv'), `question,model,answer\n${rows.join('\n')}\n`);
  writeFileSync(file('gold.csv'), 'question,model_a,model_b,expected,explanation\n5,ant,dog,a,Only A is a sum.\n');
  writeFileSync(file('script.yaml'), "version: 1\ndefault_answer: 'It is seven.'\n");
});

describe('a study from the command line', () => {
  it('begins with questions and answers', async () => {
    expect(await json('questions', 'import', file('sums.yaml'))).toMatchObject({
      sets: [{ id: 'sums', questions: 6, aspects: 1, checkedReferences: 0 }],
    });
    expect((await arena('questions', 'ls')).stdout).toMatch(/^sums +6 +Sums/mu);
    expect(await json('answers', 'import', file('answers.csv'), '--questions', 'sums')).toEqual({
      set: 'sums',
      answers: 24,
      models: ['ant', 'bee', 'cat', 'dog'],
      identityLeaks: 1,
    });
    const again = await arena('answers', 'import', file('answers.csv'), '--questions', 'sums');
    expect(again.stdout).toContain('24 answers of 4 models');
  }, 60_000);

  it('has answers of a model made, once', async () => {
    const generate = ['answers', 'generate', `scripted:${file('script.yaml')}`, '--questions', 'sums', '--name', 'elk'];
    expect(await json(...generate, '--limit', '2')).toMatchObject({
      version: 'elk',
      status: 'finished',
      progress: { done: 2, stored: 0 },
    });
    expect(await json(...generate)).toMatchObject({ progress: { done: 6, total: 6, stored: 2 }, failures: [] });
    const { models } = await json('answers', 'ls', '--questions', 'sums');
    expect(models?.find(({ model }) => model === 'elk')).toEqual({
      model: 'elk',
      answers: 6,
      missing: 0,
      meanChars: 12,
      meanTokens: 12,
      identityLeaks: 0,
    });
    const other = await arena(...generate, '--temperature', '0');
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('--name')]);
  }, 60_000);

  it('is created with its balance and power, opened once, and closed', async () => {
    const create = ['study', 'create', 'first', '--questions', 'sums', '--items', '30', '--gold', file('gold.csv')];
    const created = await json(...create);
    expect(created).toMatchObject({
      study: { id: 'first', versionIds: ['ant', 'bee', 'cat', 'dog', 'elk'], openedAt: null },
      balance: {
        items: 30,
        votes: 36,
        overlapItems: 6,
        goldItems: 1,
        perPair: { min: 3, max: 3 },
        perQuestion: { min: 5, max: 5 },
      },
      power: { models: 5, votes: 36 },
    });
    const { halfWidth = 0, clusteredHalfWidth = 0 } = created.power ?? {};
    expect(clusteredHalfWidth / halfWidth).toBeCloseTo(1.74, 9);
    const planned = await json('study', 'show', 'first', '--gold', file('gold.csv'));
    expect(planned.balance).toEqual(created.balance);
    expect((await arena('study', 'open', 'first', '--gold', file('gold.csv'))).stdout).toContain('first is open');
    const twice = await arena('study', 'open', 'first');
    expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining('first')]);
    const shown = await json('study', 'show', 'first');
    expect(shown).toMatchObject({ balance: created.balance, progress: { votes: 0, wanted: 36, outstanding: 0 } });
    expect((await arena('study', 'close', 'first')).stdout).toBe('first is closed.\n');
    const { studies } = await json('study', 'ls');
    expect(studies).toMatchObject([{ id: 'first', state: 'closed', progress: { wanted: 36 } }]);
  }, 60_000);

  it('is in Chinese for those who read Chinese', async () => {
    const { stdout } = await runCli(['arena', 'study', 'show', 'first', '--lang', 'zh-CN'], { home });
    expect(stdout).toContain('已结束');
    expect(stdout).toContain('每对模型');
  }, 60_000);

  it('that cannot be planned says what is missing, and is not created', async () => {
    const { code, stderr } = await arena(
      'study',
      'create',
      'second',
      '--questions',
      'understudy-50-zh',
      '--models',
      'ant,bee',
    );
    expect([code, stderr]).toEqual([1, expect.stringContaining('100 answers are missing')]);
    const words = ['study', 'create', 'second', '--questions', 'sums', '--instructions', file('none.md')];
    const unread = await arena(...words);
    expect([unread.code, unread.stderr]).toEqual([2, expect.stringContaining('--instructions')]);
    const shown = await arena('study', 'show', 'second');
    expect([shown.code, shown.stderr]).toEqual([1, expect.stringContaining('arena study ls')]);
  }, 60_000);
});

describe('votes of a file', () => {
  const rows = [
    { model_a: 'ant', model_b: 'bee', winner: 'model_a', judge: 'ada', question_id: 'sums/1', tstamp: 1_682_351_591 },
    { model_a: 'bee', model_b: 'fly', winner: 'tie', judge: 'ben', question_id: 'sums/1', tstamp: 1_682_351_592 },
  ];
  const battles = `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;

  it('become a study once, and come back as they were', async () => {
    writeFileSync(file('votes.jsonl'), `${battles}{"model_a":"ant","model_b":"ant","winner":"tie"}\n`);
    const words = ['votes', 'import', file('votes.jsonl'), '--title', 'From elsewhere'];
    const { study = '', ...imported } = (await json(...words)) as { readonly study?: string };
    const leftOut = { sameModel: 1, notBlind: 0, noVerdict: 0 };
    expect(imported).toEqual({ title: 'From elsewhere', votes: 2, models: 3, isNew: true, leftOut });
    const again = await arena(...words);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('nothing was changed')]);
    expect(again.stdout).toContain('1 of a model against itself');
    const { studies } = await json('study', 'ls');
    expect(studies?.find(({ id }) => id === study)).toMatchObject({ state: 'imported', progress: { votes: 2 } });
    const written = (await arena('votes', 'export', study)).stdout.trim().split('\n');
    expect(written.map((line) => JSON.parse(line) as object)).toMatchObject(
      rows.map(({ judge, tstamp, ...row }) => ({ ...row, judge: `${study}/${judge}`, tstamp: 1000 * tstamp })),
    );
    expect(await arena('votes', 'export', study, '--format', 'csv', '--output', file('out.csv'))).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(readFileSync(file('out.csv'), 'utf8').split('\n')[0]).toContain('model_a,model_b,winner,judge');
  }, 60_000);

  it('have columns of other names', async () => {
    writeFileSync(file('crowd.csv'), 'left,right,winner,worker\nant,bee,left,ada\n');
    const words = ['votes', 'import', file('crowd.csv'), '--title', 'Crowd', '--columns', 'judge=worker'];
    const { study = '' } = (await json(...words)) as { readonly study?: string };
    expect((await arena('votes', 'export', study)).stdout).toContain(`"judge":"${study}/ada"`);
  }, 60_000);

  it('that are wrong are told with their line, and nothing is stored', async () => {
    writeFileSync(file('bad.csv'), 'left,right,winner\nant,bee,left\nant,bee,me\n');
    const { code, stderr } = await arena('votes', 'import', file('bad.csv'), '--title', 'Bad');
    expect([code, stderr]).toEqual([1, expect.stringContaining('bad.csv:3: winner is "me"')]);
    const { studies = [] } = (await json('study', 'ls')) as {
      readonly studies?: readonly { readonly title: string }[];
    };
    expect(studies.map(({ title }) => title)).not.toContain('Bad');
    const untitled = await arena('votes', 'import', file('crowd.csv'));
    expect([untitled.code, untitled.stderr]).toEqual([2, expect.stringContaining('--title')]);
    const unsafe = await arena('votes', 'import', file('crowd.csv'), '--title', 'a\u001b[2Jb');
    expect([unsafe.code, unsafe.stderr]).toEqual([2, expect.stringContaining('control characters')]);
  }, 60_000);

  it('go nowhere without a study, or to a place that cannot be written', async () => {
    const unknown = await arena('votes', 'export', 'nothing', '--output', file('nothing.jsonl'));
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('There is no study nothing')]);
    expect(existsSync(file('nothing.jsonl'))).toBe(false);
    const nowhere = await arena(
      'votes',
      'export',
      'first',
      '--output',
      file('no/such/folder.jsonl'),
      '--lang',
      'zh-CN',
    );
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('无法写入')]);
  }, 60_000);
});

describe('the demonstration', () => {
  it('needs nothing but the command', async () => {
    const demo = await json('demo');
    expect(demo).toMatchObject({ models: 59, questions: 13, importedVotes: 8931, isNew: true });
    const { studies } = await json('study', 'ls');
    expect(studies?.map(({ id, state }) => [id, state])).toEqual(
      expect.arrayContaining([
        ['llmfao-demo', 'open'],
        ['llmfao-crowd', 'imported'],
      ]),
    );
  }, 120_000);
});
