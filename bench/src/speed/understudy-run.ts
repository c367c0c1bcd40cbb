import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataError, type EngineCounters } from '@understudy/core';
import { runMeasured, type Measured } from '../measure/run-measured.js';
import { toArguments } from '../measure/to-arguments.js';
import type { SpeedContext } from './speed-context.js';
import type { SpeedTask, Variant } from './speed-task.js';

/** `understudy eval` on the first documents of each leaf task. */
export interface UnderstudyRun extends Pick<Measured, 'ms' | 'peakBytes'> {
  /** Of all leaf tasks. */
  readonly documents: number;
  readonly counters: EngineCounters;
}

/** The part of `understudy eval --json` that is read here. */
interface EvalOutput {
  readonly understudy: {
    readonly counters: EngineCounters | null;
    readonly tasks: Readonly<Record<string, { readonly samples: { readonly scored: number } }>>;
  };
}

/** Removes the database of the bench's own home, so that nothing is taken from it. */
export function emptyStore({ places }: Pick<SpeedContext, 'places'>): void {
  for (const ending of ['', '-wal', '-shm'])
    rmSync(join(places.understudyHome, `understudy.db${ending}`), { force: true });
}

/** The arguments of a run as a user gives them. */
export function evalArguments(
  task: SpeedTask,
  variant: Variant,
  limit: number | undefined,
  context: SpeedContext,
): string[] {
  const { places, model } = context;
  const options = { model: places.gguf(model), tasks: task.leaves.join(','), num_fewshot: task.shots, limit };
  return [places.launcher, 'eval', ...toArguments(options), ...variant.args, '--json'];
}

/**
 * Runs the command as a user does, in its own process, on an empty store; data sets and converted weights are there. Throws
 * `DataError` `bench-incomplete` when a document is missing from its answer.
 */
export async function runUnderstudy(
  task: SpeedTask,
  variant: Variant,
  limit: number,
  context: SpeedContext,
): Promise<UnderstudyRun> {
  emptyStore(context);
  const { env, timeoutMs } = context;
  const args = evalArguments(task, variant, limit, context);
  const { ms, peakBytes, stdout } = await runMeasured({ command: process.execPath, args, env, timeoutMs });
  // Our own command's output; what is taken from it is checked below.
  const { counters, tasks } = (JSON.parse(stdout) as EvalOutput).understudy;
  const scored = task.leaves.map((leaf) => tasks[leaf]?.samples.scored ?? 0);
  if (counters === null || scored.some((count) => count !== limit)) {
    throw new DataError({
      code: 'bench-incomplete',
      message: `understudy eval was to score ${limit} documents of ${task.leaves.join(', ')}; it scored ${scored.join(', ')}.`,
    });
  }
  return { ms, peakBytes, counters, documents: limit * task.leaves.length };
}
