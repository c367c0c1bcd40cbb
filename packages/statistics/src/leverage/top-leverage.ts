import { fitBradleyTerry, type BradleyTerryOptions } from '../bradley-terry/fit-bradley-terry.js';
import type { BradleyTerryFit } from '../ratings/rating-fit.js';
import type { Clusters, Comparisons } from '../comparisons/comparisons.js';
import { addComparison, countPairs } from '../comparisons/pair-counts.js';
import { leadInfluences } from './lead-influences.js';

/** How the first place is put to the test. */
export interface LeverageOptions extends Omit<BradleyTerryOptions, 'anchor'> {
  /** Who cast each vote; without it annotators are not counted. */
  readonly annotators?: Clusters | undefined;
  /** How many of the models nearest to the first are tried as its successor; 3 by default. */
  readonly challengers?: number | undefined;
}

/** A set of votes without which another model is first. */
export interface DecisiveVotes {
  /** The model that is first without them. */
  readonly challenger: number;
  /** Their places in the columns. */
  readonly votes: Int32Array;
  /** How many annotators cast them; undefined where nobody said who did. */
  readonly annotators: number | undefined;
}

/** How much the first place hangs on few votes. */
export interface TopLeverage {
  /** The model that is first. */
  readonly first: number;
  /** The smallest set found; undefined where no set of votes was found. */
  readonly byVotes: DecisiveVotes | undefined;
  /** The fewest annotators found, all of whose votes are left out. */
  readonly byAnnotators: DecisiveVotes | undefined;
}

/**
 * How few votes, and how few annotators with all their votes, have to be left out for another model to be first. Votes are sorted by their
 * influence (o − p)·dᵀH⁻¹(e_first − e_challenger) on the lead at the fit; the shortest head of that list after which an exact refit has another
 * first is found by bisection (after T. Broderick, R. Giordano, R. Meager, An automatic finite-sample robustness metric, 2020). So each set found
 * does what is said of it; a smaller one may exist. Undefined for fewer than two rated models.
 */
export function topLeverage(comparisons: Comparisons, options: LeverageOptions = {}): TopLeverage | undefined {
  const { annotators, challengers = 3, ...bradleyTerry } = options;
  const fit = fitBradleyTerry(countPairs(comparisons), bradleyTerry);
  const [first, ...others] = ranking(fit);
  if (first === undefined || others.length === 0) return undefined;
  const removal: Removal = { comparisons, first, bradleyTerry, annotators };
  const heads = others.slice(0, challengers).map((challenger) => {
    const influences = leadInfluences(comparisons, { fit, first, challenger });
    return { byVotes: voteUnits(influences, annotators), byAnnotators: annotatorUnits(influences, annotators) };
  });
  return {
    first,
    byVotes: fewest(heads.map(({ byVotes }) => shortestHead(byVotes, removal))),
    byAnnotators: fewest(heads.map(({ byAnnotators }) => shortestHead(byAnnotators, removal))),
  };
}

/** Rated models, the best first. */
function ranking({ ratings }: BradleyTerryFit): readonly number[] {
  return Array.from(ratings, (_, model) => model)
    .filter((model) => !Number.isNaN(ratings[model]!))
    .toSorted((a, b) => ratings[b]! - ratings[a]!);
}

/** Votes that are left out together. */
type Unit = readonly number[];

/** Single votes that hold the lead, the strongest first; of equal ones those of the annotator who holds it most. */
function voteUnits(influences: Float64Array, annotators: Clusters | undefined): readonly Unit[] {
  const ofAnnotators = annotators === undefined ? undefined : sumBy(influences, annotators);
  const weight = (vote: number): number => ofAnnotators?.[annotators!.of[vote]!] ?? 0;
  const who = (vote: number): number => annotators?.of[vote] ?? 0;
  return Array.from(influences.keys())
    .filter((vote) => influences[vote]! > 0)
    .toSorted((a, b) => influences[b]! - influences[a]! || weight(b) - weight(a) || who(a) - who(b))
    .map((vote) => [vote]);
}

/** All votes of each annotator who holds the lead, the strongest first. */
function annotatorUnits(influences: Float64Array, annotators: Clusters | undefined): readonly Unit[] {
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

/** What is left out of, and who is first with everything. */
interface Removal {
  readonly comparisons: Comparisons;
  readonly first: number;
  readonly bradleyTerry: BradleyTerryOptions;
  readonly annotators: Clusters | undefined;
}

/** A decisive head of a list of units, and its length. */
interface Head {
  readonly units: number;
  readonly found: DecisiveVotes;
}

/** The shortest head of the list without which another model is first, as far as bisection can see. */
function shortestHead(units: readonly Unit[], removal: Removal): Head | undefined {
  const firstWithout = (length: number): number | undefined => {
    const counts = countPairs(removal.comparisons);
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

function fewest(heads: readonly (Head | undefined)[]): DecisiveVotes | undefined {
  return heads
    .filter((head) => head !== undefined)
    .toSorted((a, b) => a.units - b.units || a.found.votes.length - b.found.votes.length)[0]?.found;
}
