import type { Clusters } from '../comparisons/comparisons.js';

/** Votes that are left out together. */
export type Unit = readonly number[];

/**
 * Single votes that hold the lead, the strongest first; of equal ones those of the annotator who holds it most. Only so many as `limit`, or a
 * few more where several are equal: of a million votes hardly ever more than some hundred matter.
 */
export function voteUnits(
  influences: Float64Array,
  { annotators, limit }: { readonly annotators: Clusters | undefined; readonly limit: number },
): readonly Unit[] {
  const holding = influences.filter((influence) => influence > 0).sort();
  const least = holding[Math.max(0, holding.length - limit)];
  if (least === undefined) return [];
  const ofAnnotators = annotators === undefined ? undefined : sumBy(influences, annotators);
  const weight = (vote: number): number => ofAnnotators?.[annotators!.of[vote]!] ?? 0;
  const who = (vote: number): number => annotators?.of[vote] ?? 0;
  const votes: number[] = [];
  for (let vote = 0; vote < influences.length; vote += 1) if (influences[vote]! >= least) votes.push(vote);
  return votes
    .toSorted((a, b) => influences[b]! - influences[a]! || weight(b) - weight(a) || who(a) - who(b))
    .map((vote) => [vote]);
}

/** All votes of each annotator who holds the lead, the strongest first. */
export function annotatorUnits(influences: Float64Array, annotators: Clusters | undefined): readonly Unit[] {
  if (annotators === undefined) return [];
  const sums = sumBy(influences, annotators);
  const votes: number[][] = Array.from({ length: annotators.count }, () => []);
  for (const [vote, who] of annotators.of.entries()) votes[who]?.push(vote);
  return Array.from(sums.keys())
    .filter((who) => sums[who]! > 0)
    .toSorted((a, b) => sums[b]! - sums[a]!)
    .map((who) => votes[who]!);
}

function sumBy(influences: Float64Array, { count, of }: Clusters): Float64Array {
  const sums = new Float64Array(count);
  for (const [vote, who] of of.entries()) sums[who]! += influences[vote]!;
  return sums;
}
