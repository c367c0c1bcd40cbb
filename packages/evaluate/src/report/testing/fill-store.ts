import type { MetricValue, NewRun, RunTask, Sample, SampleFlags, Store } from '@understudy/store';
import { makeRun as makeStoredRun, makeTask as makeStoredTask } from '@understudy/store/testing';
import type { ReportTexts } from '../report-table.js';

/** Short headings for tests. */
export const TEXTS: ReportTexts = {
  task: 'Task',
  version: 'Version',
  filter: 'Filter',
  shots: 'n-shot',
  metric: 'Metric',
  value: 'Value',
  standardError: 'Stderr',
  interval: '95%',
  count: 'n',
  truncatedPrompts: 'cut',
  truncatedAnswers: 'long',
  noAnswers: 'none',
  ties: 'ties',
  cachedResponses: 'cached',
  failed: 'failed',
};

/** A run for tests: arc_easy, unless changed. */
export function makeRun(changes: Partial<NewRun> = {}): NewRun {
  const selection = { roots: [{ kind: 'task', name: 'arc_easy' }] };
  return makeStoredRun({ engine: {}, settings: {}, command: {}, selection, ...changes });
}

/** A leaf task for tests. */
export function makeTask(changes: Partial<RunTask> = {}): RunTask {
  const higherIsBetter = { acc: true, acc_norm: true, perplexity: false };
  return makeStoredTask({ documentsExpected: 4, higherIsBetter, config: {}, ...changes });
}

/** How `addSamples` makes samples. */
export interface AddSamplesOptions {
  readonly firstDocument?: number;
  readonly filter?: string;
  readonly flags?: SampleFlags;
}

const NO_FLAGS: SampleFlags = { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 0, cachedResponses: 0 };

/** Adds a sample for each set of metrics; undefined adds a failed one. */
export async function addSamples(
  store: Store,
  runId: string,
  task: string,
  metrics: readonly (Readonly<Record<string, MetricValue>> | undefined)[],
  { firstDocument = 0, filter = 'none', flags = NO_FLAGS }: AddSamplesOptions = {},
): Promise<void> {
  const samples = metrics.map((values, index) =>
    makeTestSample({
      task,
      docId: firstDocument + index,
      failed: values === undefined,
      outcomes: values === undefined ? [] : [{ filter, metrics: values, filteredResponses: [] }],
      flags,
    }),
  );
  await store.appendBatch({ runId, samples, responses: [] });
}

/** A sample for tests: the first document of arc_easy without metrics, unless changed. */
export function makeTestSample(changes: Partial<Sample> = {}): Sample {
  const hash = (changes.docId ?? 0).toString(16).padStart(64, '0');
  return {
    task: 'arc_easy',
    docId: 0,
    failed: false,
    doc: '{}',
    target: '0',
    requests: [],
    responses: [],
    outcomes: [],
    flags: NO_FLAGS,
    hashes: { doc: hash, prompt: hash, target: hash },
    ...changes,
  };
}
