import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMeasured } from '../measure/run-measured.js';
import { toArguments } from '../measure/to-arguments.js';
import type { BenchPlaces } from '../places/bench-places.js';
import type { RemoteContestant, RemoteRun } from './contestant.js';

/** What `time_completions.py` writes. */
interface Times {
  readonly requests: number;
  readonly seconds: number;
}

/** lm-eval's `local-completions`, timed as a whole and inside its method. */
export function referenceContestant(places: BenchPlaces, timeoutMs: number): RemoteContestant {
  const { python, bench, home } = places;
  return {
    name: 'lm-eval local-completions',
    obstacle: () => {
      if (!existsSync(python)) return `there is no ${python}; bench/parity/reference.sh setup makes one`;
      const { status } = spawnSync(python, ['-c', 'import lm_eval, aiohttp, tenacity']);
      return status === 0 ? undefined : `${python} lacks what lm-eval[api] needs: aiohttp, tenacity`;
    },
    run: async ({ baseUrl, task, requests, concurrency }): Promise<RemoteRun> => {
      const folder = mkdtempSync(join(tmpdir(), 'understudy-remote-'));
      try {
        const out = join(folder, 'times.json');
        const options = {
          url: `${baseUrl}/completions`,
          tasks: task.name,
          folder: task.folder,
          limit: requests,
          concurrency,
          out,
        };
        const { ms, peakBytes } = await runMeasured({
          command: python,
          args: [join(bench, 'remote', 'time_completions.py'), ...toArguments(options)],
          env: { ...process.env, HF_HOME: join(home, 'hf-home'), OPENAI_API_KEY: 'none' },
          timeoutMs,
        });
        // The script's own output.
        const times = JSON.parse(readFileSync(out, 'utf8')) as Times;
        return { requests: times.requests, wholeMs: ms, insideMs: 1000 * times.seconds, peakBytes };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
