import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from '@understudy/core';
import { runMeasured } from '../measure/run-measured.js';
import { toArguments } from '../measure/to-arguments.js';
import type { BenchPlaces } from '../places/bench-places.js';
import type { RemoteContestant, RemoteRun } from './contestant.js';

/** The part of `understudy eval --json` that is read here. */
interface EvalOutput {
  readonly understudy: {
    readonly counters: { readonly service: { readonly answered: number; readonly failed: number } };
  };
}

/** `understudy eval` as a user runs it, on an empty store. */
export function understudyContestant(places: BenchPlaces, timeoutMs: number): RemoteContestant {
  return {
    name: 'understudy eval',
    obstacle: () => undefined,
    run: async ({ baseUrl, task, requests, concurrency }): Promise<RemoteRun> => {
      for (const ending of ['', '-wal', '-shm'])
        rmSync(join(places.understudyHome, `understudy.db${ending}`), { force: true });
      const options = {
        model: `${baseUrl}#mock`,
        tasks: task.name,
        include_path: task.folder,
        limit: requests,
        concurrency,
      };
      const { ms, peakBytes, stdout } = await runMeasured({
        command: process.execPath,
        args: [places.launcher, 'eval', ...toArguments(options), '--json'],
        env: { ...process.env, UNDERSTUDY_HOME: places.understudyHome },
        timeoutMs,
      });
      // Our own command's output; what is taken from it is checked here.
      const { answered, failed } = (JSON.parse(stdout) as EvalOutput).understudy.counters.service;
      if (answered !== requests || failed !== 0) {
        throw new DataError({
          code: 'bench-incomplete',
          message: `${requests} were asked, ${answered} answered, ${failed} given up.`,
        });
      }
      return { requests, wholeMs: ms, peakBytes };
    },
  };
}
