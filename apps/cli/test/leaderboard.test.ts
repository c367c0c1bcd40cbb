import { join } from 'node:path';
import { openStore, type NewRun, type RunTask } from '@understudy/store';
import { makeRun, makeSample, makeSession, makeTask } from '@understudy/store/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';

const home = temporaryHome();

interface Wanted {
  readonly run: Partial<NewRun>;
  readonly task?: Partial<RunTask>;
  /** Of a hundred documents, the first so many are right. */
  readonly right: number;
}

/** Runs as an older version left them: with samples, and without kept results. */
async function fillHome(wanted: readonly Wanted[]): Promise<void> {
  await using store = await openStore({ path: join(home, 'understudy.db') });
  for (const { run, task, right } of wanted) {
    const { id } = await store.createRun(makeRun(run));
    await store.addTask(id, makeTask({ documentsTotal: 100, documentsExpected: 100, ...task }));
    const samples = Array.from({ length: 100 }, (_, docId) => {
      const score = docId < right ? 1 : 0;
      const [outcome] = makeSample(docId).outcomes;
      const outcomes = outcome === undefined ? [] : [{ ...outcome, metrics: { acc: score, acc_norm: score } }];
      return makeSample(docId, { ...(task?.task !== undefined && { task: task.task }), outcomes });
    });
    await store.appendBatch({ runId: id, samples, responses: [] });
    await store.finishRun(id, makeSession());
  }
}

beforeAll(async () => {
  await fillHome([
    { run: { model: 'smollm2-135m-instruct', identity: 'a'.repeat(64), fingerprint: '1' }, right: 40 },
    { run: { model: 'hf:EleutherAI/pythia-6.9b', identity: 'b'.repeat(64), fingerprint: '2' }, right: 60 },
    {
      run: { model: '=HYPERLINK("x")', identity: 'c'.repeat(64), fingerprint: '3' },
      task: { numFewshot: 5 },
      right: 70,
    },
  ]);
});

describe('understudy leaderboard', () => {
  test('computes what is missing, and shows areas with half-widths, marks and what they are made of', async () => {
    const { code, stdout } = await runCli(['leaderboard'], { home });
    expect(code).toBe(0);
    const lines = stdout.split('\n').map((line) => line.trimEnd());
    expect(lines.slice(0, 6)).toEqual([
      'model                  format  parameters      science',
      'Pythia 6.9B                         6.86B  60.0 ± 9.4†',
      'SmolLM2 135M Instruct  Q4_1          135M  40.0 ± 9.4†',
      '=HYPERLINK("x")                                      –',
      '',
      'science: mean of arc_easy 0-shot',
    ]);
    expect(stdout).toContain('† too few documents to rank by: the interval is wider than ±5 points');
    expect(stdout).not.toContain('‡');
  });

  test('shows tasks in their settings, never two in one column', async () => {
    const { stdout } = await runCli(['leaderboard', '--tasks', 'arc_*'], { home });
    expect(stdout).toMatch(/arc_easy 0-shot +arc_easy 5-shot\n/);
    expect(stdout).toMatch(/=HYPERLINK\("x"\) +– +70\.0 ± 8\.\d†\n/);
    expect(stdout).toContain('arc_easy 5-shot: acc_norm, 5-shot, 100 documents, version 1\n');
  });

  test.each([
    [['--max-parameters', '1B'], ['smollm2-135m-instruct']],
    [['--commercial'], ['pythia-6.9b', 'smollm2-135m-instruct']],
    [['--commercial', 'no,conditional'], []],
    [['--language', 'zh'], []],
    [['--area', 'reading'], []],
  ])('filters by %j', async (options, cards) => {
    const { stdout } = await runCli(['leaderboard', '--json', ...options], { home });
    const { models } = JSON.parse(stdout) as { readonly models: readonly { readonly card: string }[] };
    expect(models.map(({ card }) => card).sort()).toEqual(cards);
  });

  test('prints every number with its run and setting as JSON', async () => {
    const { stdout } = await runCli(['leaderboard', '--json', '--all-metrics'], { home });
    const board = JSON.parse(stdout) as {
      readonly columns: readonly { readonly key: string; readonly setting: object }[];
      readonly models: readonly { readonly cells: readonly object[] }[];
    };
    expect(board.columns).toHaveLength(4);
    expect(board.models[0]?.cells[0]).toMatchObject({ value: 0.6, count: 100, runId: expect.any(String) });
  });

  test('prints CSV in which no name is a formula', async () => {
    const { stdout } = await runCli(['leaderboard', '--csv'], { home });
    const [titles, ...lines] = stdout.trimEnd().split('\r\n');
    expect(titles).toMatch(/^model,card,quantization,area,benchmark,task,/);
    expect(lines).toHaveLength(3);
    expect(lines.find((line) => line.includes('HYPERLINK'))).toMatch(/^"'=HYPERLINK\(""x""\)",,/);
  });

  test('speaks Chinese', async () => {
    const { stdout } = await runCli(['leaderboard', '--lang', 'zh-CN'], { home });
    expect(stdout).toContain('科学：arc_easy 0-shot 的平均值');
  });

  test.each([
    [['--json', '--csv'], '--json and --csv exclude each other'],
    [['--max-parameters', 'big'], '7B'],
    [['--area', 'nonsense'], 'commonsense'],
  ])('refuses %j', async (options, message) => {
    const { code, stderr } = await runCli(['leaderboard', ...options], { home });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('says what to do where nothing was measured', async () => {
    const { code, stdout } = await runCli(['leaderboard'], { home: join(home, 'empty') });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "There are no results yet. 'understudy eval' makes some.\n" });
  });
});
