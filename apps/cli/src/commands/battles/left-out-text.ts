import type { LeftOut } from '@understudy/arena';
import type { Messages } from '../../messages/messages.js';
import { formatCount } from '../../terminal/format-count.js';

/** What of a file of battles did not count, and why: a line for each reason. */
export function leftOutLines(leftOut: LeftOut, texts: Messages['ratings']): readonly string[] {
  const reasons = ['notBlind', 'noVerdict', 'sameModel'] as const satisfies readonly (keyof LeftOut)[];
  return reasons.filter((reason) => leftOut[reason] > 0).map((reason) => texts[reason](formatCount(leftOut[reason])));
}
