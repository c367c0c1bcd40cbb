import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comparisons } from '@understudy/statistics';
import { toArguments } from '../measure/to-arguments.js';
import type { BenchPlaces } from '../places/bench-places.js';
import type { TimedRatings, TimingOptions } from './time-ratings.js';

/** What other tools made of the same votes, and why some made nothing, by name. */
export interface OtherRatings {
  readonly tools: Readonly<Record<string, TimedRatings>>;
  readonly missing: Readonly<Record<string, string>>;
}

const TIMEOUT_MS = 30 * 60_000;

/** Times other tools on the votes, in a Python of their own; what it lacks is told and left out. */
export function otherRatings(
  comparisons: Comparisons,
  { repeats, rounds }: TimingOptions,
  { python, bench }: BenchPlaces,
): OtherRatings {
  if (!existsSync(python)) return { tools: {}, missing: { Python: `there is no ${python}` } };
  const folder = mkdtempSync(join(tmpdir(), 'understudy-ratings-'));
  try {
    writeFileSync(join(folder, 'first.i32'), comparisons.first);
    writeFileSync(join(folder, 'second.i32'), comparisons.second);
    writeFileSync(join(folder, 'outcome.u8'), comparisons.outcome);
    const options = { votes: folder, models: comparisons.models, repeats, rounds };
    const { status, stdout, stderr } = spawnSync(
      python,
      [join(bench, 'arena', 'time_ratings.py'), ...toArguments(options)],
      { encoding: 'utf8', timeout: TIMEOUT_MS, maxBuffer: 64e6 },
    );
    const lastLine = stderr.trim().split('\n').at(-1) ?? '';
    if (status !== 0)
      return { tools: {}, missing: { Python: `${python}: ${lastLine || 'no answer in half an hour'}` } };
    // The script beside this program writes it.
    return JSON.parse(stdout) as OtherRatings;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
