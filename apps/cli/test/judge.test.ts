import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCli, startCli } from './support/run-cli.js';
import { waitForJudgements } from './support/stored-judgements.js';
import { temporaryHome } from './support/temporary-home.js';
import { present, smollm2 } from './support/test-models.js';

const home = temporaryHome();
const file = (name: string): string => join(home, 'files', name);
const QUESTIONS = 12;
const MODELS = ['best', 'middle', 'worst'];

/** A judge that takes the answer with the better word, whichever place it is in; of `middle` and `worst` always the first place. */
const SCRIPT = `
version: 1
answers:
  - {prompt: 'BEGIN ANSWER A \\S+\\s[^[]*best', answer: "A is best.\\n[[A]]"}
  - {prompt: 'BEGIN ANSWER B \\S+\\s[^[]*best', answer: "B is best.\\n[[B]]"}
default_answer: "The first, to be sure.\\n[[A]]"
`;

const BASELINE_SCRIPT = `
version: 1
answers:
  - {prompt: 'BEGIN ANSWER A \\S+\\s[^[]*best', answer: "A is best.\\n[[A>>B]]"}
  - {prompt: 'BEGIN ANSWER B \\S+\\s[^[]*best', answer: "B is best.\\n[[B>>A]]"}
default_answer: "[[A=B]]"
`;

const SINGLE_SCRIPT = `
version: 1
answers:
  - {prompt: 'BEGIN ANSWER[^[]*best', answer: "[[9]]"}
  - {prompt: 'BEGIN ANSWER[^[]*middle', answer: "[[6]]"}
default_answer: "[[3]]"
`;

const lines = (rows: readonly object[]): string => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;

beforeAll(() => {
  mkdirSync(join(home, 'files'), { recursive: true });
  const numbers = Array.from({ length: QUESTIONS }, (_, index) => index + 1);
  const questions = numbers.map((id) => ({
    question_id: id,
    category: id % 2 === 0 ? 'writing' : 'maths',
    turns: [`What is ${id}?`],
  }));
  writeFileSync(file('numbers.jsonl'), lines(questions));
  for (const model of MODELS) {
    const answers = numbers.map((id) => ({
      question_id: id,
      model_id: model,
      choices: [{ index: 0, turns: [`The ${model} answer ${id}.`] }],
    }));
    writeFileSync(file(`${model}.jsonl`), lines(answers));
  }
  writeFileSync(file('judge.yaml'), SCRIPT);
  writeFileSync(file('baseline.yaml'), BASELINE_SCRIPT);
  writeFileSync(file('single.yaml'), SINGLE_SCRIPT);
});

const material = (): readonly string[] => [
  '--questions',
  file('numbers.jsonl'),
  '--answers',
  ...MODELS.map((model) => file(`${model}.jsonl`)),
];
const judgeOf = (script: string): readonly string[] => [
  'judge',
  'run',
  '--judge',
  `scripted:${file(script)}`,
  '--verdict',
  'text',
];

interface RunReport {
  readonly judge: { readonly id: string };
  readonly questions: number;
  readonly ranking: {
    readonly ratings: { readonly models: readonly { readonly model: string; readonly rank_lower: number }[] };
    readonly win_rates: readonly {
      readonly model: string;
      readonly win_rate: { readonly value: number };
      readonly inconsistent: number;
    }[];
    readonly models: readonly { readonly model: string; readonly win_rate: { readonly value: number } }[];
    readonly scores: readonly { readonly model: string; readonly score: { readonly value: number } }[];
  };
  readonly bias: {
    readonly judgements: number;
    readonly states: Readonly<Record<string, number>>;
    readonly position: { readonly inconsistency: { readonly value: number; readonly count: number } };
    readonly humans: { readonly exact: { readonly value: number } } | null;
  };
}

describe('judge run', () => {
  test('ranks models by pairs in both orders, says how biased the judge is, and goes on where it was', async () => {
    const first = await runCli([...judgeOf('judge.yaml'), ...material(), '--json'], { home });
    expect(first.code).toBe(0);
    const report = JSON.parse(first.stdout) as RunReport;
    expect(
      report.ranking.win_rates.map(({ model, win_rate, inconsistent }) => [model, win_rate.value, inconsistent]),
    ).toEqual([
      ['best', 1, 0],
      ['middle', 0.25, QUESTIONS],
      ['worst', 0.25, QUESTIONS],
    ]);
    expect(report.ranking.ratings.models[0]).toMatchObject({ model: 'best', rank_lower: 1 });
    // Three pairs on each question, of which one goes by its place.
    expect(report.bias).toMatchObject({ judgements: 72, states: { ok: 72 } });
    expect(report.bias.position.inconsistency).toMatchObject({ value: 1 / 3, count: 36 });
    const again = await runCli([...judgeOf('judge.yaml'), ...material(), '--dry-run', '--json'], { home });
    expect(JSON.parse(again.stdout)).toMatchObject({ stored: 72, pending: 0, models: 3, questions: QUESTIONS });
  });

  test('shows, lists and exports what was judged', async () => {
    const listed = await runCli(['judge', 'ls', '--json'], { home });
    const { judges } = JSON.parse(listed.stdout) as { judges: { id: string; judgements: number }[] };
    const [judge] = judges;
    expect(judge).toMatchObject({ judgements: 72 });
    const id = judge?.id ?? '';
    const shown = await runCli(['judge', 'show', id], { home });
    expect(shown.stdout).toContain('How far to trust it:');
    expect(shown.stdout).toContain('first place preferred: 66.7%');
    const chinese = await runCli(['judge', 'show', id, '--lang', 'zh-CN'], { home });
    expect(chinese.stdout).toContain('可信程度：');
    const battles = await runCli(['judge', 'export', id], { home });
    const rows = battles.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows).toHaveLength(36);
    expect(rows[0]).toMatchObject({ model_a: 'best', model_b: 'middle', winner: 'model_a', question_id: 1, turn: 1 });
    const output = file('pairs.jsonl');
    await runCli(['judge', 'export', id, '--format', 'mt-bench', '--output', output], { home });
    const [pair = ''] = readFileSync(output, 'utf8').split('\n');
    expect(JSON.parse(pair)).toMatchObject({ model_1: 'best', g1_winner: 'model_1', g2_winner: 'model_1' });
    // The battles that were written are rated like any others.
    writeFileSync(file('battles.jsonl'), battles.stdout);
    const rated = await runCli(['ratings', file('battles.jsonl'), '--json'], { home });
    expect((JSON.parse(rated.stdout) as { models: { model: string }[] }).models[0]?.model).toBe('best');
  });

  test('compares the judge with people', async () => {
    const votes = Array.from({ length: QUESTIONS }, (_, index) => ({
      model_a: 'worst',
      model_b: 'best',
      winner: index < 9 ? 'model_b' : 'model_a',
      question_id: index + 1,
      turn: 1,
      judge: 'expert',
    }));
    writeFileSync(file('humans.jsonl'), votes.map((vote) => JSON.stringify(vote)).join('\n'));
    const run = [...judgeOf('judge.yaml'), ...material(), '--humans', file('humans.jsonl'), '--json'];
    const { stdout } = await runCli(run, { home });
    expect((JSON.parse(stdout) as RunReport).bias.humans?.exact.value).toBe(0.75);
  });

  test('compares with a baseline by five labels, and exports annotations that can be read again', async () => {
    const run = [...judgeOf('baseline.yaml'), ...material(), '--mode', 'baseline', '--baseline', 'worst', '--json'];
    const { stdout } = await runCli(run, { home });
    const report = JSON.parse(stdout) as RunReport;
    expect(report.ranking.models.map(({ model, win_rate }) => [model, win_rate.value])).toEqual([
      ['best', 1],
      ['middle', 0.5],
    ]);
    const annotations = file('annotations.json');
    const format = ['--format', 'alpaca-eval', '--baseline', 'worst', '--output', annotations];
    await runCli(['judge', 'export', report.judge.id, ...format], { home });
    const other = join(home, 'other');
    const imported = await runCli(['judge', 'import', annotations], { home: other });
    expect(imported.stdout).toContain('imported 24 judgements on 12 questions');
    const shown = await runCli(['judge', 'show', report.judge.id, '--json'], { home: other });
    expect((JSON.parse(shown.stdout) as RunReport).ranking.models).toMatchObject([
      { model: 'best', win_rate: { value: 1 } },
      { model: 'middle', win_rate: { value: 0.5 } },
    ]);
  });

  test('rates single answers from 1 to 10', async () => {
    const { stdout } = await runCli([...judgeOf('single.yaml'), ...material(), '--mode', 'single', '--json'], { home });
    const { ranking } = JSON.parse(stdout) as RunReport;
    expect(ranking.scores.map(({ model, score }) => [model, score.value])).toEqual([
      ['best', 9],
      ['middle', 6],
      ['worst', 3],
    ]);
  });

  test('killed in the middle loses nothing that was judged', async () => {
    const slow = file('slow.yaml');
    writeFileSync(slow, `${SCRIPT}delay_ms: 50\n`);
    const before = await waitForJudgements(home, 0);
    const running = startCli([...judgeOf('slow.yaml'), ...material()], { home });
    await waitForJudgements(home, before + 2);
    running.kill('SIGKILL');
    await running.result;
    const rest = await runCli([...judgeOf('slow.yaml'), ...material(), '--dry-run', '--json'], { home });
    expect(rest).toMatchObject({ code: 0 });
    const { stored, pending } = JSON.parse(rest.stdout) as { stored: number; pending: number };
    expect(stored).toBeGreaterThan(0);
    expect(stored + pending).toBe(72);
    const whole = await runCli([...judgeOf('slow.yaml'), ...material(), '--json'], { home });
    expect((JSON.parse(whole.stdout) as RunReport).bias.states).toMatchObject({ ok: 72 });
  });

  test('refuses what cannot be: a baseline without answers, unknown questions, a prompt of another mode', async () => {
    const nobody = await runCli([...judgeOf('judge.yaml'), ...material(), '--baseline', 'nobody'], { home });
    expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('nobody') });
    const unknown = await runCli([...judgeOf('judge.yaml'), '--questions', 'nothing'], { home });
    expect(unknown.stderr).toContain('neither a question set nothing nor such a file');
    const builtIn = await runCli([...judgeOf('judge.yaml'), '--questions', 'understudy-50-en'], { home });
    expect(builtIn.stderr).toContain('no answers to the questions of understudy-50-en');
    const prompt = await runCli([...judgeOf('judge.yaml'), ...material(), '--prompt', 'single'], { home });
    expect(prompt).toMatchObject({ code: 2, stderr: expect.stringContaining('for the mode single') });
  });
});

describe.skipIf(smollm2 === undefined)('judge run with a local model (UNDERSTUDY_TEST_MODELS)', () => {
  // One thread: two wait for each other where other tests run beside them.
  const engine = ['--context', '2048', '--threads', '1'];

  test('is held to JSON, so that each reply is a verdict', async () => {
    const options = ['--limit', '1', '--models', 'best,worst', ...engine, '--json'];
    const judged = ['judge', 'run', '--judge', present(smollm2), ...material(), ...options];
    const { code, stdout, stderr } = await runCli(judged, { home });
    expect(stderr).toContain('verdicts as json');
    expect(code).toBe(0);
    const { bias } = JSON.parse(stdout) as RunReport;
    expect(bias).toMatchObject({ judgements: 2, states: { ok: 2 } });
  });

  test('gives a preference by log-probabilities', async () => {
    const options = ['--limit', '1', '--models', 'best,worst', ...engine, '--verdict', 'token', '--json'];
    const judged = ['judge', 'run', '--judge', present(smollm2), ...material(), ...options];
    const { code, stdout } = await runCli(judged, { home });
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as RunReport).bias).toMatchObject({ judgements: 2, states: { ok: 2 } });
  });
});
