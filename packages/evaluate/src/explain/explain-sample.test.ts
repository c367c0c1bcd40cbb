import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Script } from '@understudy/engine-scripted';
import { openStore, type JsonObject, type Sample, type Store } from '@understudy/store';
import { importRun } from '../interchange/import-run.js';
import { makeTestSample } from '../report/testing/fill-store.js';
import { ScriptedRun } from '../testing/scripted-run.js';
import { explainSample } from './explain-sample.js';

const CHOICES = { output_type: 'multiple_choice', target_delimiter: ' ' };

/** A multiple-choice sample with these log-probabilities. */
function choiceSample(
  texts: Readonly<Record<string, number>>,
  changes: Partial<Sample> & { readonly metrics: Sample['outcomes'][number]['metrics'] },
): Sample {
  const { metrics, ...rest } = changes;
  return makeTestSample({
    requests: Object.keys(texts).map((text) => ({ kind: 'loglikelihood', context: 'Q?', continuation: ` ${text}` })),
    responses: Object.values(texts).map((logProbability) => ({
      kind: 'loglikelihood',
      logProbability,
      isGreedy: false,
    })),
    outcomes: [{ filter: 'none', metrics, filteredResponses: [] }],
    ...rest,
  });
}

describe('choices', () => {
  it('show what acc and acc_norm took, and that they can differ', () => {
    const sample = choiceSample({ 'a cat': -4, 'an elephant': -6 }, { target: '1', metrics: { acc: 0, acc_norm: 1 } });
    const { choices, metrics } = explainSample({ sample, config: CHOICES });
    expect(choices).toMatchObject({
      right: [1],
      rightFrom: 'target',
      rules: [
        { metric: 'acc', measure: 'sum', chosen: 0, agrees: true },
        { metric: 'acc_norm', measure: 'perCharacter', chosen: 1, agrees: true },
      ],
    });
    expect(choices?.rows.map(({ text, characters }) => [text, characters])).toEqual([
      ['a cat', 5],
      ['an elephant', 11],
    ]);
    // e⁻⁴ / (e⁻⁴ + e⁻⁶) = 1 / (1 + e⁻²)
    expect(choices?.rows[0]?.probability).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
    expect(metrics.map(({ reason }) => reason)).toMatchObject([
      { kind: 'choice', chosen: 0 },
      { kind: 'choice', chosen: 1 },
    ]);
  });

  it('count code points for acc_norm and bytes for acc_bytes', () => {
    const sample = choiceSample({ '😀': -2, four: -6 }, { target: '0', metrics: { acc_norm: 0, acc_bytes: 1 } });
    const { choices } = explainSample({ sample, config: CHOICES });
    expect(choices?.rows[0]).toMatchObject({ characters: 1, perCharacter: -2, bytes: 4, perByte: -0.5 });
    expect(choices?.rules.map(({ chosen, agrees }) => [chosen, agrees])).toEqual([
      [1, true],
      [0, true],
    ]);
  });

  it('find the right one among choices that are contexts by elimination, and lengths are not guessed', () => {
    const contexts = [
      'Examples.\n\nThe trophy did not fit as the trophy',
      'Examples.\n\nThe trophy did not fit as the bag',
    ];
    const sample = makeTestSample({
      target: 'was too large.',
      requests: contexts.map((context) => ({ kind: 'loglikelihood', context, continuation: ' was too large.' })),
      responses: [-9, -8].map((logProbability) => ({ kind: 'loglikelihood', logProbability, isGreedy: false })),
      outcomes: [{ filter: 'none', metrics: { acc: 0 }, filteredResponses: [] }],
    });
    const { choices } = explainSample({ sample, config: CHOICES });
    expect(choices).toMatchObject({ right: [0], rightFrom: 'elimination' });
    expect(choices?.rows.map(({ text, characters }) => [text, characters])).toEqual([
      ['The trophy did not fit as the trophy', undefined],
      ['The trophy did not fit as the bag', undefined],
    ]);
  });

  it('say when the right one cannot be told, and when what is stored does not follow', () => {
    const three = { a: -1, b: -2, c: -3 };
    const untold = choiceSample(three, { target: 'something', metrics: { acc: 0 } });
    expect(explainSample({ sample: untold, config: CHOICES }).choices).toMatchObject({
      right: undefined,
      rules: [{ chosen: 0, agrees: true }],
    });
    const wrong = choiceSample(three, { target: '2', metrics: { acc: 1, acc_norm: 0 } });
    expect(explainSample({ sample: wrong, config: CHOICES }).choices?.rules.map(({ agrees }) => agrees)).toContain(
      false,
    );
  });

  it('read the right one from a metric that keeps it, and several from a list', () => {
    const kept = choiceSample({ a: -1, b: -2 }, { target: '?', metrics: { acc: 0, f1: [1, 0] } });
    expect(explainSample({ sample: kept, config: CHOICES }).choices).toMatchObject({ right: [1], rightFrom: 'metric' });
    const several = choiceSample({ a: -1, b: -2, c: -3 }, { target: '[0, 2]', metrics: { acc: 1 } });
    expect(explainSample({ sample: several, config: CHOICES }).choices?.right).toEqual([0, 2]);
  });
});

/** A sample of a generated text under the filter `strict`. */
function textSample(text: string, filtered: string, score: number, target = 'so\n#### 1800'): Sample {
  return makeTestSample({
    target,
    requests: [{ kind: 'generate', context: 'Q?', genKwargs: {} }],
    responses: [{ kind: 'generate', text }],
    outcomes: [{ filter: 'strict', metrics: { exact_match: score }, filteredResponses: [filtered] }],
  });
}

describe('generated texts', () => {
  const CONFIG = {
    output_type: 'generate_until',
    filter_list: [
      { name: 'strict', filter: [{ function: 'regex', regex_pattern: '#### (.+)' }, { function: 'take_first' }] },
    ],
    metric_list: [
      { metric: 'exact_match', aggregation: 'mean', ignore_case: true, regexes_to_ignore: [',', '(?s).*#### '] },
    ],
  };

  it('show each step of the filters and what exact_match compared', () => {
    const { filters, metrics } = explainSample({ sample: textSample('#### 1,800', '1,800', 1), config: CONFIG });
    expect(filters).toMatchObject([
      {
        filter: 'strict',
        agrees: true,
        steps: [
          { function: 'regex', outputs: [['1,800']] },
          { function: 'take_first', outputs: ['1,800'] },
        ],
      },
    ]);
    expect(metrics[0]?.reason).toMatchObject({
      kind: 'comparison',
      prediction: '1,800',
      comparisons: [
        {
          isEqual: true,
          predictionSteps: [{ text: '1800' }, { text: '1800' }, { rule: 'ignore_case', text: '1800' }],
          referenceSteps: [{ pattern: ',' }, { pattern: '(?s).*#### ', text: '1800' }, { rule: 'ignore_case' }],
        },
      ],
    });
  });

  it('read a list of targets where that leads to what was stored', () => {
    const config = { ...CONFIG, filter_list: undefined };
    const { metrics } = explainSample({ sample: textSample('b', 'b', 1, "['a', 'b']"), config });
    expect(metrics[0]?.reason).toMatchObject({
      comparisons: [
        { reference: 'a', isEqual: false },
        { reference: 'b', isEqual: true },
      ],
    });
  });

  it('say what does not agree, and what cannot be run again', () => {
    const other = explainSample({ sample: textSample('#### 5', '6', 1), config: CONFIG });
    expect(other.filters[0]?.agrees).toBe(false);
    expect(other.metrics[0]?.reason).toEqual({ kind: 'unknown' });
    const unknown = { ...CONFIG, filter_list: [{ name: 'strict', filter: [{ function: '<function f at 0x7f>' }] }] };
    const { filters } = explainSample({ sample: textSample('x', 'x', 0), config: unknown });
    expect(filters[0]).toMatchObject({ steps: [], agrees: false, problem: expect.stringContaining('expected one of') });
  });

  it('tell where the question begins: by the template, else behind the last example', () => {
    const sample = makeTestSample({
      doc: '{"question": "And now?"}',
      requests: [{ kind: 'generate', context: 'Q: One?\nA: 1\n\nQ: And now?\nA:', genKwargs: {} }],
      responses: [{ kind: 'generate', text: '2' }],
    });
    const told = explainSample({ sample, config: { ...CONFIG, doc_to_text: 'Q: {{question}}\nA:' } }).prompts[0];
    expect([told?.text.slice(told.questionStart), told?.isExact]).toEqual(['Q: And now?\nA:', true]);
    const guessed = explainSample({ sample, config: { ...CONFIG, doc_to_text: 'my_function', num_fewshot: 1 } });
    expect(guessed.prompts[0]).toMatchObject({ questionStart: 14, isExact: false });
  });
});

describe('what was really scored', () => {
  let folder: string;
  let store: Store;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'understudy-explain-'));
    store = await openStore({ path: join(folder, 'understudy.db') });
  });
  afterAll(async () => {
    await store[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  // The reference harness computed and logged these.
  it.each([
    ['arc_easy', 'models__SmolLM2-135M-Instruct.Q4_1/results_2026-11-25T19-11-35.170718.json'],
    ['groups', 'models__SmolLM2-135M-Instruct.Q4_1/results_2026-11-25T19-25-22.476681.json'],
    ['gsm8k', 'models__dummy/results_2026-11-25T19-41-38.686687.json'],
  ])('follows from what lm-evaluation-harness logged: %s', async (name, file) => {
    const path = fileURLToPath(new URL(`../interchange/fixtures/${name}/${file}`, import.meta.url));
    const { run } = await importRun(store, dirname(path));
    let explained = 0;
    for (const { task, config } of await store.listTasks(run.id)) {
      for await (const sample of store.samples(run.id, task)) {
        const { choices, filters, metrics } = explainSample({ sample, config });
        expect(choices?.rules.every(({ agrees }) => agrees) ?? true).toBe(true);
        expect(filters.every(({ agrees }) => agrees)).toBe(true);
        expect(metrics.map(({ reason }) => reason.kind)).not.toContain('unknown');
        explained += 1;
      }
    }
    expect(explained).toBeGreaterThan(1);
  });

  it('follows from what we scored, whatever the kind of task', async () => {
    await using run = await ScriptedRun.create();
    const script: Script = { generate: (prompt) => (prompt.includes('3') ? prompt : 'colour 3') };
    const tasks = ['colours', 'echo', 'last_word', 'pages'];
    const { outcome } = await run.run(script, { tasks });
    const configs = new Map<string, JsonObject>(
      (await run.store.listTasks(outcome.runId)).map(({ task, config }) => [task, config]),
    );
    const kinds = new Set<string>();
    for (const task of tasks) {
      for (const sample of await run.samples(outcome.runId, task)) {
        const { choices, filters, metrics } = explainSample({ sample, config: configs.get(task) ?? {} });
        expect(choices?.rules.every(({ agrees }) => agrees) ?? true).toBe(true);
        expect(filters.every(({ agrees }) => agrees)).toBe(true);
        for (const { reason } of metrics) kinds.add(reason.kind);
      }
    }
    expect([...kinds].sort()).toEqual(['choice', 'comparison', 'greedy-target', 'rolling']);
  });
});
