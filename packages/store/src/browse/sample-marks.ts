import type { SampleScore } from '../sample.js';
import { SAMPLE_MARKS, type SampleMark } from './browse.js';

/** The marks as bits of one number, in the order of `SAMPLE_MARKS`. Stored: a new mark comes last. */
export function marksMask(marks: Iterable<SampleMark>): number {
  let mask = 0;
  for (const mark of marks) mask |= 1 << SAMPLE_MARKS.indexOf(mark);
  return mask;
}

/** The marks that a sample bears. */
export function marksOf({ failed, flags }: Pick<SampleScore, 'failed' | 'flags'>): readonly SampleMark[] {
  const borne: Readonly<Record<SampleMark, boolean>> = {
    failed,
    truncatedPrompt: flags.truncatedPrompts > 0,
    truncatedAnswer: flags.truncatedAnswers > 0,
    noAnswer: flags.noAnswers > 0,
    tie: flags.ties > 0,
    cached: flags.cachedResponses > 0,
  };
  return SAMPLE_MARKS.filter((mark) => borne[mark]);
}
