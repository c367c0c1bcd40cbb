import { wilsonInterval, seededRandom, type RandomNumbers } from '@understudy/statistics';
import type { MetricResult, NewRun, RunTask, Sample, Store, TaskResult } from '@understudy/store';

/** How large the database is. */
export interface BoardSize {
  readonly runs: number;
  readonly tasks: number;
  /** Ids of cards that the models take turns to be. */
  readonly cards: readonly string[];
}

/** Tasks that the catalog knows as benchmarks, so that areas are there; the others are unknown to it. */
const KNOWN = (
  'hellaswag piqa winogrande arc_easy arc_challenge boolq openbookqa race sciq medmcqa medqa_4options pubmedqa triviaqa ' +
  'truthfulqa_mc1 drop gsm8k gsm8k_cot lambada_openai'
).split(' ');
const DOCUMENTS = 1000;
const FLAGS = { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 0 };

/**
 * Fills a store with ended runs, each of a model of its own, half of them at five shots, each with kept results of all tasks in two metrics.
 * A task has one stored sample, whatever its result says that it was computed from: no query on results reads samples.
 */
export async function fillRuns(store: Store, { runs, tasks, cards }: BoardSize): Promise<void> {
  const random = seededRandom(1);
  for (let run = 0; run < runs; run += 1) {
    const numFewshot = run % 2 === 0 ? 0 : 5;
    const { id } = await store.createRun(newRun(run, cards[run % cards.length] ?? ''));
    const names = Array.from({ length: tasks }, (_, task) => KNOWN[task] ?? `task_${task}`);
    for (const name of names) await store.addTask(id, runTask(name, numFewshot));
    await store.appendBatch({ runId: id, samples: names.map(sample), responses: [] });
    await store.finishRun(id, { status: 'finished', endedAt: 1_700_000_000_000 + run * 1000, elapsedMs: 1000 });
    for (const name of names) await store.putResult(id, name, result(random));
  }
}

function newRun(run: number, card: string): NewRun {
  return {
    fingerprint: `run ${run}`,
    model: card,
    identity: run.toString(16).padStart(64, '0'),
    source: 'understudy',
    engine: { scoring: { engine: 'onnx', compute: 'float32', contextLength: 4096 } },
    settings: { applyChatTemplate: false, seeds: { random: 0, numpy: 1234, torch: 1234, fewshot: 1234 } },
    command: {},
    selection: {},
    seed: 1234,
    version: '0.1.0',
    createdAt: 1_700_000_000_000 + run * 1000,
  };
}

function runTask(task: string, numFewshot: number): RunTask {
  const metrics = ['acc', 'acc_norm'].map((metric) => ({ metric, aggregation: 'mean', higher_is_better: true }));
  return {
    task,
    version: '1',
    numFewshot,
    documentsTotal: 1,
    documentsExpected: 1,
    higherIsBetter: { acc: true, acc_norm: true },
    config: {
      task,
      dataset_path: `somebody/${task}`,
      training_split: 'train',
      validation_split: 'validation',
      doc_to_text: 'The following are questions with their answers.\n\nQuestion: {{question}}\nAnswer:',
      doc_to_target: '{{choices.label.index(answerKey)}}',
      doc_to_choice: '{{choices.text}}',
      target_delimiter: ' ',
      fewshot_delimiter: '\n\n',
      fewshot_config: { sampler: 'default', split: 'train' },
      metric_list: metrics,
      output_type: 'multiple_choice',
      repeats: 1,
      metadata: { version: 1, licence: 'CC BY 4.0', citation: 'Somebody et al. 2023, a paper with a long title' },
    },
  };
}

function sample(task: string): Sample {
  return {
    task,
    docId: 0,
    failed: false,
    doc: '{}',
    target: '0',
    requests: [],
    responses: [],
    outcomes: [{ filter: 'none', metrics: { acc: 1, acc_norm: 1 }, filteredResponses: [] }],
    flags: FLAGS,
    hashes: { doc: '', prompt: '', target: '' },
  };
}

function result(random: RandomNumbers): TaskResult {
  return {
    metrics: [metricResult('acc', random), metricResult('acc_norm', random)],
    scored: 1,
    failed: 0,
    flags: FLAGS,
  };
}

function metricResult(name: string, random: RandomNumbers): MetricResult {
  const successes = Math.floor(random.uniform() * DOCUMENTS);
  const value = successes / DOCUMENTS;
  const { lower, upper } = wilsonInterval({ successes, count: DOCUMENTS }) ?? { lower: 0, upper: 1 };
  const standardError = Math.sqrt((value * (1 - value)) / (DOCUMENTS - 1));
  return {
    metric: name,
    filter: 'none',
    value,
    standardError,
    lower,
    upper,
    count: DOCUMENTS,
    isProportion: true,
    higherIsBetter: true,
  };
}
