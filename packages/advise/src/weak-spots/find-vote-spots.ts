import type { AreaVerdict } from '../verdict/area-verdict.js';
import type { FoundVotes } from '../votes/read-votes.js';
import type { WeakSpot } from './weak-spot.js';

/** Where people think less of a model than the benchmarks by which it can stand in: a spot for each study that says so. */
export function findVoteSpots(
  verdicts: readonly AreaVerdict[],
  { pairs }: FoundVotes,
  candidate: string,
): readonly WeakSpot[] {
  const standsIn = verdicts.some((verdict) => verdict.kind === 'measured' && verdict.outcome === 'non-inferior');
  if (!standsIn) return [];
  return pairs
    .filter((pair) => pair.candidate === candidate && pair.overall.outcome === 'inferior')
    .map(({ study, overall: { winRate, votes } }) => ({ code: 'votes-contradict', study, winRate, votes }));
}
