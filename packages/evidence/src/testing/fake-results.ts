import type { Catalog } from '@understudy/catalog';
import type { MetricResult, Run, RunTask, StoredTaskResult } from '@understudy/store';
import { digest } from '../measurements/digest.js';
import type { MeasurementStore } from '../measurements/read-measurements.js';

/** A run with its tasks, for tests. */
export interface FakeRun {
  readonly run: Run;
  readonly tasks: readonly { readonly task: RunTask; readonly result: Partial<StoredTaskResult> }[];
}

const RUN: Run = {
  id: 'run',
  fingerprint: 'a'.repeat(64),
  model: 'tiny',
  identity: 'b'.repeat(64),
  source: 'understudy',
  engine: {},
  settings: { applyChatTemplate: false, seeds: { random: 0, numpy: 1234, torch: 1234, fewshot: 1234 } },
  command: {},
  selection: {},
  seed: 1234,
  version: '0.1.0',
  status: 'finished',
  createdAt: 1_700_000_000_000,
  endedAt: 1_700_000_001_000,
  sessions: [],
};

/** A finished run of one model on tasks. */
export function fakeRun(changes: Partial<Run>, tasks: readonly FakeTask[] = [fakeTask()]): FakeRun {
  return { run: { ...RUN, ...changes }, tasks };
}

type FakeTask = FakeRun['tasks'][number];

/** What is particular about a task's result. */
export interface FakeTaskChanges extends Partial<Omit<RunTask, 'config'>> {
  readonly config?: Readonly<Record<string, unknown>>;
  readonly metrics?: readonly MetricResult[];
  readonly failed?: number;
  readonly scored?: number;
}

const CONFIG = {
  dataset_path: 'allenai/ai2_arc',
  dataset_name: 'ARC-Easy',
  training_split: 'train',
  test_split: 'test',
  doc_to_text: 'Question: {{question}}\nAnswer:',
  doc_to_target: '{{choices.label.index(answerKey)}}',
  doc_to_choice: '{{choices.text}}',
  target_delimiter: ' ',
  fewshot_delimiter: '\n\n',
  metric_list: [{ metric: 'acc' }, { metric: 'acc_norm' }],
  output_type: 'multiple_choice',
  repeats: 1,
};

/** A whole task of a hundred documents that were all answered, right in six of ten. */
export function fakeTask(changes: FakeTaskChanges = {}): FakeTask {
  const { metrics = [share('acc', 60, 100)], failed = 0, scored, config, ...task } = changes;
  const made: RunTask = {
    task: 'sciq',
    version: '1',
    numFewshot: 0,
    documentsTotal: 100,
    documentsExpected: 100,
    higherIsBetter: {},
    ...task,
    config: { task: task.task ?? 'sciq', ...CONFIG, ...config },
  };
  return { task: made, result: { metrics, failed, scored: scored ?? made.documentsExpected - failed } };
}

/** A metric of zeros and ones; its interval is Wald's, which is enough for tests that do not look at it. */
export function share(metric: string, right: number, count: number, filter = 'none'): MetricResult {
  const value = right / count;
  const standardError = Math.sqrt((value * (1 - value)) / (count - 1));
  return {
    metric,
    filter,
    value,
    standardError,
    lower: value - 1.96 * standardError,
    upper: value + 1.96 * standardError,
    count,
    isProportion: true,
    higherIsBetter: true,
  };
}

const FLAGS = { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 0 };

/** A store of such runs, in memory; it counts how often results were read, and its stamp is that of its runs. */
export class FakeResults implements MeasurementStore {
  readonly runs: FakeRun[];
  reads = 0;

  constructor(runs: readonly FakeRun[]) {
    this.runs = [...runs];
  }

  listRuns(): Promise<readonly Run[]> {
    return Promise.resolve(this.runs.map(({ run }) => run));
  }

  listTasks(runId: string): Promise<readonly RunTask[]> {
    return Promise.resolve(this.#run(runId)?.tasks.map(({ task }) => task) ?? []);
  }

  results(): Promise<readonly StoredTaskResult[]> {
    this.reads += 1;
    return Promise.resolve(
      this.runs.flatMap(({ run, tasks }) =>
        tasks.map(({ task: { config, higherIsBetter: _directions, ...task }, result }) => ({
          metrics: [],
          scored: 0,
          failed: 0,
          flags: FLAGS,
          ...task,
          ...result,
          runId: run.id,
          configHash: digest(config),
        })),
      ),
    );
  }

  resultsStamp(): Promise<string> {
    return Promise.resolve(this.runs.map(({ run }) => run.id).join());
  }

  #run(runId: string): FakeRun | undefined {
    return this.runs.find(({ run }) => run.id === runId);
  }
}

/** A catalog of nothing, or of what is given. */
export function fakeCatalog(given: Partial<Omit<Catalog, 'cardsById'>> = {}): Catalog {
  const { cards = [] } = given;
  return {
    cards,
    cardsById: new Map(cards.map((card) => [card.id, card])),
    externals: {},
    families: {},
    benchmarks: [],
    claims: [],
    scores: [],
    contaminations: [],
    licences: new Map(),
    ...given,
  };
}
