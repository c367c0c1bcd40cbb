import { exportRun, reportRun } from '@understudy/evaluate';
import { openStore, type NewRun, type RunTask, type Store } from '@understudy/store';
import { MemoryLog, type MemoryStep } from './memory-log.js';
import { syntheticSample } from './synthetic-sample.js';

/** What storing many samples came to. */
export interface SamplesResult {
  readonly samples: number;
  readonly cachedResponses: number;
  /** Samples that the report counted, and its accuracy: 0.25 by construction. */
  readonly reported: number;
  readonly accuracy: number;
  readonly memory: readonly MemoryStep[];
}

/** How many, and where. */
export interface SamplesOptions {
  readonly samples: number;
  readonly database: string;
  /** Folder for the reference harness's files; undefined: they are not written. */
  readonly exportTo: string | undefined;
}

/** As many as a run writes at once. */
const BATCH = 128;
const TASKS = 4;

/** Stores synthetic samples as a run does, batch by batch, then reads them as a resumed run, a report and an export do. */
export async function storeSamples({ samples, database, exportTo }: SamplesOptions): Promise<SamplesResult> {
  const memory = new MemoryLog();
  await using store = await openStore({ path: database });
  const names = Array.from({ length: TASKS }, (_, at) => `synthetic_${at}`);
  const { id } = await store.createRun(makeRun(names));
  memory.note('store opened');
  let cachedResponses = 0;
  for (const [at, task] of names.entries()) {
    const count = Math.floor((samples * (at + 1)) / TASKS) - Math.floor((samples * at) / TASKS);
    await store.addTask(id, makeTask(task, count));
    cachedResponses += await fill(store, id, { task, count });
    memory.note(`${Math.floor((samples * (at + 1)) / TASKS)} samples stored`);
  }
  await store.finishRun(id, { status: 'finished', endedAt: Date.now(), elapsedMs: 0 });
  for (const task of names) await store.storedDocuments(id, task);
  memory.note('looked up what is stored, as a resumed run does');
  const report = await reportRun(store, id);
  memory.note('reported');
  if (exportTo !== undefined) {
    await exportRun(store, { runId: id, outputPath: exportTo, samples: true });
    memory.note("exported as the reference harness's files");
  }
  const reported = report.tasks.reduce((sum, { scored }) => sum + scored, 0);
  const right = report.tasks.reduce((sum, { metrics, scored }) => {
    return sum + scored * (metrics.find(({ metric }) => metric === 'acc')?.value ?? Number.NaN);
  }, 0);
  return { samples, cachedResponses, reported, accuracy: right / reported, memory: memory.steps };
}

/** Appends the samples of one task; returns how many responses went into the cache. */
async function fill(
  store: Store,
  runId: string,
  { task, count }: { readonly task: string; readonly count: number },
): Promise<number> {
  let cached = 0;
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => syntheticSample(task, from + at));
    const responses = batch.flatMap((one) => one.responses);
    await store.appendBatch({ runId, samples: batch.map(({ sample }) => sample), responses });
    cached += responses.length;
  }
  return cached;
}

function makeRun(tasks: readonly string[]): NewRun {
  return {
    fingerprint: '0'.repeat(64),
    model: 'synthetic',
    identity: '0'.repeat(64),
    source: 'understudy',
    engine: {},
    settings: {},
    command: {},
    selection: { roots: tasks.map((name) => ({ kind: 'task', name })) },
    seed: 1234,
    version: '0.0.0',
  };
}

function makeTask(task: string, count: number): RunTask {
  return {
    task,
    version: '1.0',
    numFewshot: 0,
    documentsTotal: count,
    documentsExpected: count,
    higherIsBetter: { acc: true, acc_norm: true },
    config: { task, output_type: 'multiple_choice' },
  };
}
