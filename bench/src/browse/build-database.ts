import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openStore, type Store } from '@understudy/store';
import { continuationSample } from './continuation-sample.js';

/** A built database with two runs over the same documents. */
export interface BuiltDatabase {
  readonly path: string;
  readonly runIds: readonly [string, string];
  readonly bytes: number;
  /** Seconds that appending took, without making the samples; of the first run. */
  readonly appendSeconds: number;
}

/** What is to be built. */
export interface BuildOptions {
  readonly path: string;
  readonly samples: number;
  readonly onProgress: (text: string) => void;
}

export const TASK = 'hellaswag';
/** As many as a run writes at once. */
const BATCH = 128;
const TELL_EACH = 50_000;

/** Builds the database, or takes the one that is there: a file beside it tells that it is whole. */
export async function buildDatabase(options: BuildOptions): Promise<BuiltDatabase> {
  const { path } = options;
  const note = `${path}.json`;
  // This function wrote the note.
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as BuiltDatabase;
  mkdirSync(dirname(path), { recursive: true });
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  const runs = { runIds: ['', ''] as [string, string], seconds: [0, 0] };
  {
    await using store = await openStore({ path });
    for (const run of [0, 1] as const) {
      const { id, seconds } = await fillRun(store, run, options);
      runs.runIds[run] = id;
      runs.seconds[run] = seconds;
    }
  }
  const built = { path, runIds: runs.runIds, bytes: statSync(path).size, appendSeconds: runs.seconds[0]! };
  writeFileSync(`${note}.part`, JSON.stringify(built));
  renameSync(`${note}.part`, note);
  return built;
}

async function fillRun(
  store: Store,
  run: 0 | 1,
  { samples, onProgress }: BuildOptions,
): Promise<{ readonly id: string; readonly seconds: number }> {
  const { id } = await store.createRun({
    fingerprint: String(run).repeat(64),
    model: `synthetic-${run}`,
    identity: String(run).repeat(64),
    source: 'understudy',
    engine: {},
    settings: {},
    command: {},
    selection: { roots: [{ kind: 'task', name: TASK }] },
    seed: 1234,
    version: '0.0.0',
  });
  await store.addTask(id, {
    task: TASK,
    version: '1.0',
    numFewshot: 0,
    documentsTotal: samples,
    documentsExpected: samples,
    higherIsBetter: { acc: true, acc_norm: true },
    config: { task: TASK, output_type: 'multiple_choice' },
  });
  let milliseconds = 0;
  for (let from = 0; from < samples; from += BATCH) {
    const length = Math.min(BATCH, samples - from);
    const batch = Array.from({ length }, (_, at) => continuationSample(TASK, from + at, run));
    const start = performance.now();
    await store.appendBatch({ runId: id, samples: batch, responses: [] });
    milliseconds += performance.now() - start;
    if (Math.floor((from + length) / TELL_EACH) > Math.floor(from / TELL_EACH)) {
      onProgress(`run ${run + 1} of 2: ${(from + length).toLocaleString('en')} samples`);
    }
  }
  await store.finishRun(id, { status: 'finished', endedAt: Date.now(), elapsedMs: milliseconds });
  return { id, seconds: milliseconds / 1000 };
}
