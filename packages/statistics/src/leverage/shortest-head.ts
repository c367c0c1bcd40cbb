import { fitBradleyTerry, type BradleyTerryOptions } from '../bradley-terry/fit-bradley-terry.js';
import type { Clusters, Comparisons } from '../comparisons/comparisons.js';
import { addComparison, type PairCounts } from '../comparisons/pair-counts.js';
import type { BradleyTerryFit } from '../ratings/rating-fit.js';
import type { Unit } from './units.js';

/** A set of votes without which another model is first. */
export interface DecisiveVotes {
  /** The model that is first without them. */
  readonly challenger: number;
  /** Their places in the columns. */
  readonly votes: Int32Array;
  /** How many annotators cast them; undefined where nobody said who did. */
  readonly annotators: number | undefined;
}

/** What is left out of, and who is first with everything. */
export interface Removal {
  readonly comparisons: Comparisons;
  readonly counts: PairCounts;
  readonly first: number;
  readonly bradleyTerry: BradleyTerryOptions;
  readonly annotators: Clusters | undefined;
}

/** A decisive head of a list of units, and its length. */
export interface Head {
  readonly units: number;
  readonly found: DecisiveVotes;
}

/** The shortest head of the list without which another model is first, as far as bisection can see. */
export function shortestHead(units: readonly Unit[], removal: Removal): Head | undefined {
  const firstWithout = (length: number): number | undefined => {
    const { models, wins, losses, ties } = removal.counts;
    const counts = { models, wins: wins.slice(), losses: losses.slice(), ties: ties.slice() };
    for (const vote of units.slice(0, length).flat()) addComparison(counts, voteAt(removal.comparisons, vote), -1);
    return ranking(fitBradleyTerry(counts, removal.bradleyTerry))[0];
  };
  let kept = 0;
  let length = 1;
  while (length < units.length && firstWithout(length) === removal.first) {
    kept = length;
    length = Math.min(2 * length, units.length);
  }
  if (units.length === 0 || firstWithout(length) === removal.first) return undefined;
  while (length - kept > 1) {
    const middle = (length + kept) >> 1;
    if (firstWithout(middle) === removal.first) kept = middle;
    else length = middle;
  }
  const challenger = firstWithout(length);
  if (challenger === undefined) return undefined;
  const votes = Int32Array.from(units.slice(0, length).flat());
  const { annotators } = removal;
  const who = annotators === undefined ? undefined : new Set(Array.from(votes, (vote) => annotators.of[vote])).size;
  return { units: length, found: { challenger, votes, annotators: who } };
}

function voteAt({ first, second, outcome }: Comparisons, vote: number) {
  return { first: first[vote]!, second: second[vote]!, outcome: outcome[vote]! };
}

/** Rated models, the best first. */
export function ranking({ ratings }: BradleyTerryFit): readonly number[] {
  return Array.from(ratings, (_, model) => model)
    .filter((model) => !Number.isNaN(ratings[model]!))
    .toSorted((a, b) => ratings[b]! - ratings[a]!);
}
