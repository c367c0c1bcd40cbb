import { START_UP_TARGETS, type StartUp } from './start-up.js';
import type { Spread } from './task-speed.js';
import { asked, type Verdict } from './verdict.js';
import { withSpread } from './with-spread.js';

/** How long a user waits at the beginning, and what is asked. */
export function startUpReport({ help, firstSample }: StartUp): { text: string; verdicts: readonly Verdict[] } {
  const { helpMs, firstSampleMs } = START_UP_TARGETS;
  const verdicts = [
    waiting('understudy --help', help, helpMs),
    waiting('from the command to the first stored sample (hellaswag, whole split)', firstSample, firstSampleMs),
  ];
  return { text: ['start-up', ...verdicts.map(({ text }) => text)].join('\n'), verdicts };
}

function waiting(what: string, value: Spread, target: number): Verdict {
  const isReached = value.median <= target;
  return { isReached, text: `${what}: ${withSpread(value, 1)} ms ${asked(`≤ ${target}`, isReached)}` };
}
