import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openStore, type Store, type TaskResult } from '@understudy/store';

/** Milliseconds of reading the results of all runs. */
export interface TimedResults {
  readonly runs: number;
  readonly results: number;
  /** The first time after opening. */
  readonly cold: number;
  /** Again, where nothing changed; of the repeats the worst. */
  readonly same: number;
  /** After one more run has ended. */
  readonly oneMore: number;
  /** `resultsStamp` alone, the worst. */
  readonly stamp: number;
}

const RUNS = 1_000;
const TASKS = 60;
const REPEATS = 20;

/** Times the results of a thousand runs of sixty tasks; the database is built once and kept. */
export async function timeResults(path: string, onProgress: (text: string) => void): Promise<TimedResults> {
  await buildRuns(path, onProgress);
  await using store = await openStore({ path });
  const times = { cold: 0, same: 0, oneMore: 0, stamp: 0 };
  times.cold = await milliseconds(() => store.results());
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    times.same = Math.max(times.same, await milliseconds(() => store.results()));
    times.stamp = Math.max(times.stamp, await milliseconds(() => store.resultsStamp()));
  }
  const runId = await addRun(store, RUNS);
  times.oneMore = await milliseconds(() => store.results());
  const { length: results } = await store.results();
  await store.deleteRun(runId);
  return { runs: RUNS + 1, results, ...times };
}

async function buildRuns(path: string, onProgress: (text: string) => void): Promise<void> {
  if (existsSync(path)) return;
  const part = `${path}.part`;
  mkdirSync(dirname(path), { recursive: true });
  for (const end of ['', '-wal', '-shm']) rmSync(part + end, { force: true });
  {
    await using store = await openStore({ path: part });
    for (let run = 0; run < RUNS; run += 1) {
      await addRun(store, run);
      if ((run + 1) % 100 === 0) onProgress(`${run + 1} of ${RUNS} runs with ${TASKS} results each`);
    }
  }
  renameSync(part, path);
}

/** A run with results and without samples: their counts are what a result is compared with, so these are over none. */
async function addRun(store: Store, number: number): Promise<string> {
  const { id } = await store.createRun({
    fingerprint: String(number).padStart(64, '0'),
    model: `model-${number % 300}`,
    identity: String(number % 300).padStart(64, '0'),
    source: 'understudy',
    engine: { engine: 'onnx', compute: 'f32', contextLength: 8192 },
    settings: { numFewshot: 0, applyChatTemplate: false, note: 'x'.repeat(2000) },
    command: {},
    selection: { roots: Array.from({ length: TASKS }, (_, task) => ({ kind: 'task', name: `task_${task}` })) },
    seed: 1234,
    version: '0.0.0',
  });
  for (let task = 0; task < TASKS; task += 1) {
    const name = `task_${task}`;
    await store.addTask(id, {
      task: name,
      version: '1.0',
      numFewshot: 0,
      documentsTotal: 1000,
      documentsExpected: 1000,
      higherIsBetter: { acc: true, acc_norm: true },
      config: { task: name, doc_to_text: '{{question}}', description: 'x'.repeat(1000) },
    });
    await store.putResult(id, name, resultOf(number * TASKS + task));
  }
  await store.finishRun(id, { status: 'finished', endedAt: Date.now(), elapsedMs: 0 });
  return id;
}

function resultOf(seed: number): TaskResult {
  const value = (seed % 997) / 997;
  const metrics = ['acc', 'acc_norm'].map((metric) => ({
    metric,
    filter: 'none',
    value,
    standardError: 0.0157,
    lower: value - 0.03,
    upper: value + 0.03,
    count: 1000,
    isProportion: true,
    higherIsBetter: true,
  }));
  const flags = { truncatedPrompts: 0, truncatedAnswers: 0, noAnswers: 0, ties: 3, cachedResponses: 0 };
  return { metrics, scored: 0, failed: 0, flags };
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
