import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { EngineError } from '@understudy/core';
import { openStore, type Store } from '@understudy/store';
import { runMeasured } from '../measure/run-measured.js';
import type { SpeedContext } from './speed-context.js';
import { SPEED_TASKS } from './speed-task.js';
import { spread, type Spread } from './task-speed.js';
import { emptyStore, evalArguments, runUnderstudy } from './understudy-run.js';

/** How long a user waits at the beginning, in milliseconds. */
export interface StartUp {
  /** `understudy --help`. */
  readonly help: Spread;
  /** From the command to the first stored sample of a whole split; data set and converted weights are there. */
  readonly firstSample: Spread;
}

export const START_UP_TARGETS = { helpMs: 150, firstSampleMs: 4000 } as const;

const HELP_RUNS = 10;
const FIRST_SAMPLE_RUNS = 3;
const POLL_MS = 25;

export async function measureStartUp(context: SpeedContext): Promise<StartUp> {
  const help: number[] = [];
  for (let run = 0; run < HELP_RUNS; run++) {
    const { ms } = await runMeasured({
      ...context,
      command: process.execPath,
      args: [context.places.launcher, '--help'],
    });
    help.push(ms);
  }
  const firstSample: number[] = [];
  const task = SPEED_TASKS.find(({ name }) => name === 'hellaswag')!; // One of the table.
  const variant = { name: 'understudy', args: [] };
  await runUnderstudy(task, variant, 1, context);
  for (let run = 0; run < FIRST_SAMPLE_RUNS; run++) {
    firstSample.push(await untilFirstSample(evalArguments(task, variant, undefined, context), context));
  }
  return { help: spread(help)!, firstSample: spread(firstSample)! }; // Both have values.
}

/** Starts a run on an empty store, looks into the store until there is a sample, and stops the run. */
async function untilFirstSample(args: readonly string[], context: SpeedContext): Promise<number> {
  emptyStore(context);
  const path = join(context.places.understudyHome, 'understudy.db');
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { env: context.env, stdio: 'ignore' });
  const ended = once(child, 'close');
  const stop = (): void => void child.kill('SIGINT');
  process.once('exit', stop);
  let store: Store | undefined;
  try {
    while (child.exitCode === null && performance.now() - startedAt < context.timeoutMs) {
      await setTimeout(POLL_MS);
      if (!existsSync(path)) continue;
      // Before the run has made its tables, opening can meet a database in the making.
      store ??= await openStore({ path }).catch(() => undefined);
      if (store !== undefined && (await hasSample(store))) return performance.now() - startedAt;
    }
    throw new EngineError({
      code: 'bench-program',
      message: 'understudy eval ended before its first sample was stored.',
    });
  } finally {
    process.off('exit', stop);
    stop();
    await ended;
    await store?.[Symbol.asyncDispose]();
  }
}

async function hasSample(store: Store): Promise<boolean> {
  const [run] = await store.listRuns({ limit: 1 });
  return run !== undefined && (await store.countSamples(run.id)).size > 0;
}
