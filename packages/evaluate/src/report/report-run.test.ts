import { openStore, type Store } from '@understudy/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportRun } from './report-run.js';
import { reportRows } from './report-rows.js';
import { reportTable } from './report-table.js';
import { toResults } from './results-object.js';
import { TEXTS, addSamples, makeRun, makeTask } from './testing/fill-store.js';

let store: Store;
beforeEach(async () => {
  store = await openStore({ path: ':memory:' });
});
afterEach(() => store[Symbol.asyncDispose]());

const subjects = {
  kind: 'group',
  name: 'two_subjects',
  config: {
    group_alias: 'Two subjects',
    aggregate_metric_list: [{ metric: 'acc', weight_by_size: true }],
    metadata: { version: 2 },
  },
  members: [
    { kind: 'task', name: 'mmlu_anatomy' },
    { kind: 'task', name: 'mmlu_astronomy' },
  ],
};

/** Two subjects with 3 of 4 and 1 of 2 right, in a group. */
async function runOfTwoSubjects(weightBySize = true): Promise<string> {
  const config = { ...subjects.config, aggregate_metric_list: [{ metric: 'acc', weight_by_size: weightBySize }] };
  const { id } = await store.createRun(makeRun({ selection: { roots: [{ ...subjects, config }] } }));
  await store.addTask(id, makeTask({ task: 'mmlu_anatomy', config: { task_alias: 'anatomy' }, numFewshot: 5 }));
  await store.addTask(id, makeTask({ task: 'mmlu_astronomy', documentsExpected: 4, numFewshot: 5 }));
  await addSamples(
    store,
    id,
    'mmlu_anatomy',
    [1, 0, 1, 1].map((acc) => ({ acc })),
  );
  await addSamples(
    store,
    id,
    'mmlu_astronomy',
    [1, 0].map((acc) => ({ acc })),
  );
  return id;
}

describe('reportRun', () => {
  it('gives the reference harness’s mean and standard error, and Wilson’s interval for zeros and ones', async () => {
    const report = await reportRun(store, await runOfTwoSubjects());
    expect(report.tasks[0]?.metrics).toEqual([
      {
        metric: 'acc',
        filter: 'none',
        value: 0.75,
        standardError: 0.25,
        // SciPy 1.17.1, stats.binomtest(3, 4).proportion_ci(method='wilson').
        interval: { lower: expect.closeTo(0.3006418, 6), upper: expect.closeTo(0.9544127, 6) },
        count: 4,
        isProportion: true,
        higherIsBetter: true,
      },
    ]);
  });

  it('weighs the members of a group by size and pools their standard errors', async () => {
    const report = await reportRun(store, await runOfTwoSubjects());
    // √((3·4·0.25² + 1·2·0.5²) / (6 − 2) / 6) by the reference harness's formula.
    expect(report.groups).toMatchObject([
      {
        name: 'two_subjects',
        alias: 'Two subjects',
        version: '2',
        numFewshot: 5,
        scored: 6,
        metrics: [{ value: 4 / 6, standardError: Math.sqrt(1.25 / 24), count: 6, isProportion: true }],
      },
    ]);
  });

  it('gives a group whose members count the same the interval that follows from theirs', async () => {
    const report = await reportRun(store, await runOfTwoSubjects(false));
    // SciPy 1.17.1, binomtest(3, 4) and binomtest(1, 2), Wilson's intervals; put together by Zou and Donner's formula.
    const [three, one] = [
      { lower: 0.3006418, upper: 0.9544127 },
      { lower: 0.0945312, upper: 0.9054688 },
    ];
    const interval = {
      lower: expect.closeTo(0.625 - Math.hypot(0.75 - three.lower, 0.5 - one.lower) / 2, 6),
      upper: expect.closeTo(0.625 + Math.hypot(three.upper - 0.75, one.upper - 0.5) / 2, 6),
    };
    expect(report.groups[0]?.metrics).toMatchObject([{ value: 0.625, isProportion: false, interval }]);
  });

  it('leaves failed samples out of the metrics and counts them, and adds up the flags', async () => {
    const { id } = await store.createRun(makeRun());
    await store.addTask(id, makeTask());
    const flags = { truncatedPrompts: 1, truncatedAnswers: 0, noAnswers: 2, ties: 1, cachedResponses: 4 };
    await addSamples(store, id, 'arc_easy', [{ acc: 1 }, { acc: 0 }], { flags });
    await addSamples(store, id, 'arc_easy', [undefined], { firstDocument: 2 });
    const [task] = (await reportRun(store, id)).tasks;
    expect(task).toMatchObject({
      scored: 2,
      failed: 1,
      metrics: [{ value: 0.5, count: 2 }],
      flags: { truncatedPrompts: 2, noAnswers: 4, ties: 2, cachedResponses: 8 },
    });
  });

  it('gives perplexity with its bootstrap error, and an interval that is not symmetric', async () => {
    const { id } = await store.createRun(makeRun());
    await store.addTask(
      id,
      makeTask({ config: { metric_list: [{ metric: 'perplexity', aggregation: 'perplexity' }] } }),
    );
    await addSamples(
      store,
      id,
      'arc_easy',
      [-1, -2.5, -0.25, -4].map((perplexity) => ({ perplexity })),
    );
    const [task] = (await reportRun(store, id, { bootstrapIterations: 2000 })).tasks;
    // The reference harness's own values for these four.
    expect(task?.metrics[0]?.value).toBeCloseTo(6.941375821197036, 12);
    expect(task?.metrics[0]?.standardError).toBeCloseTo(7.580477634519328, 10);
    // SciPy 1.17.1: exp(−stats.t.interval(0.95, 3, loc=mean, scale=sem)) of the log-likelihoods.
    expect(task?.metrics[0]?.interval).toEqual({
      lower: expect.closeTo(0.492268542, 8),
      upper: expect.closeTo(97.87888962, 7),
    });
  });

  it('gives no standard error without bootstrap iterations, as the reference harness does', async () => {
    const report = await reportRun(store, await runOfTwoSubjects(), { bootstrapIterations: 0 });
    expect(report.tasks.map(({ metrics }) => metrics[0]?.standardError)).toEqual([undefined, undefined]);
    expect(report.groups[0]?.metrics[0]?.standardError).toBeUndefined();
  });
});

describe('toResults', () => {
  it('has the reference harness’s keys in its order, and ours at the end', async () => {
    const results = toResults(await reportRun(store, await runOfTwoSubjects()));
    const keys =
      'results groups group_subtasks configs versions n-shot higher_is_better n-samples config git_hash date pretty_env_info ' +
      'transformers_version lm_eval_version upper_git_hash tokenizer_pad_token tokenizer_eos_token tokenizer_bos_token ' +
      'eot_token_id max_length task_hashes model_source model_name model_name_sanitized system_instruction ' +
      'system_instruction_sha fewshot_as_multiturn chat_template chat_template_sha total_evaluation_time_seconds understudy';
    expect(Object.keys(results)).toEqual(keys.split(' '));
  });

  it('puts groups after tasks, with sample counts, and lets shots and directions rise one level', async () => {
    const results = toResults(await reportRun(store, await runOfTwoSubjects()));
    expect(Object.keys(results['results'] as object)).toEqual(['mmlu_anatomy', 'mmlu_astronomy', 'two_subjects']);
    expect(results['groups']).toEqual({
      two_subjects: {
        alias: 'Two subjects',
        name: 'two_subjects',
        sample_len: 6,
        'acc,none': 4 / 6,
        'acc_stderr,none': Math.sqrt(1.25 / 24),
        sample_count: { 'acc,none': 6 },
      },
    });
    expect(results['group_subtasks']).toEqual({ two_subjects: ['mmlu_anatomy', 'mmlu_astronomy'] });
    expect(results['n-shot']).toEqual({ mmlu_anatomy: 5, mmlu_astronomy: 5, two_subjects: 5 });
    expect(results['versions']).toEqual({ mmlu_anatomy: 1, mmlu_astronomy: 1, two_subjects: '2' });
    expect(results['higher_is_better']).toMatchObject({ two_subjects: { acc: true } });
    expect(results['n-samples']).toMatchObject({ mmlu_anatomy: { original: 2376, effective: 4 } });
  });
});

describe('reportTable', () => {
  it('shows groups as trees, intervals, missing samples and flags', async () => {
    const { columns, rows } = reportTable(reportRows(await reportRun(store, await runOfTwoSubjects())), TEXTS);
    expect(columns.map(({ title }) => title).join('|')).toBe(
      'Task|Version|n-shot|Metric||Value|Stderr|95%|n|cut|long|none|ties|cached',
    );
    expect(rows.map((row) => row.join('|'))).toEqual([
      'Two subjects|2|5|acc|↑|0.6667|± 0.2282|0.3000 – 0.9032|6|||||',
      ' - anatomy|1.0|5|acc|↑|0.7500|± 0.2500|0.3006 – 0.9544|4|0|0|0|0|0',
      ' - mmlu_astronomy|1.0|5|acc|↑|0.5000|± 0.5000|0.0945 – 0.9055|2/4|0|0|0|0|0',
    ]);
  });

  it('shows filters and failures only where there are any', async () => {
    const { id } = await store.createRun(makeRun());
    await store.addTask(id, makeTask({ documentsExpected: 2 }));
    await addSamples(store, id, 'arc_easy', [{ exact_match: 1 }], { filter: 'strict-match' });
    await addSamples(store, id, 'arc_easy', [undefined], { firstDocument: 1 });
    const { columns, rows } = reportTable(reportRows(await reportRun(store, id)), TEXTS);
    expect(columns.map(({ title }) => title)).toContain('Filter');
    expect(rows).toEqual([
      [
        'arc_easy',
        '1.0',
        'strict-match',
        '0',
        'exact_match',
        '',
        '1.0000',
        'N/A',
        '0.2065 – 1.0000',
        '1/2',
        '0',
        '0',
        '0',
        '0',
        '0',
        '1',
      ],
    ]);
  });
});
