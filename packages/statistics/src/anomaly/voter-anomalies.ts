import type { Clusters, Comparisons } from '../comparisons/comparisons.js';
import { fisherCombination } from './fisher-combination.js';
import { countOutcomes, orientedVote, type OrientedVote, type OutcomeCounts } from './outcome-counts.js';
import { drawBelow } from '../random/draw-below.js';
import { seededRandom, type RandomNumbers } from '../random/xoshiro.js';
import { votePValue } from './vote-p-value.js';

/** How voters are tested. */
export interface AnomalyOptions {
  /** Share of honest voters that may be flagged; 0.1 by default. */
  readonly alpha?: number | undefined;
  /** Voters with fewer votes on pairs that others voted on, too, are not tested; 5 by default. */
  readonly minimumVotes?: number | undefined;
  /** Votes of a voter that are looked at, from the first; 100 by default. */
  readonly horizon?: number | undefined;
  /** At how many places, drawn at random, a voter is tested; 5 by default. */
  readonly checkpoints?: number | undefined;
  /** Of the places; 0 by default. */
  readonly seed?: number | undefined;
}

/** The test of one voter. */
export interface VoterAnomaly {
  readonly voter: number;
  /** All votes of the voter. */
  readonly votes: number;
  /** Smallest of the checkpoints' p-values times their number, at most 1. */
  readonly pValue: number;
  /** Whether the p-value is at most α. */
  readonly isAnomalous: boolean;
  readonly checkpoints: readonly AnomalyCheckpoint[];
}

/** Fisher's test of a voter's first votes on pairs that others voted on, too. */
export interface AnomalyCheckpoint {
  readonly votes: number;
  readonly statistic: number;
  readonly pValue: number;
}

/**
 * Tests each voter's votes against those of all others on the same pairs: a p-value a vote (`votePValue`), Fisher's combination of
 * the first j at some random j, each at α / checkpoints (W.-L. Chiang et al., Chatbot Arena, 2024, §7.3 and appendix). There, α = 0.1 found 13 of
 * 14 anomalous users and passed 24 of 36 others: it is a reason to look, not to strike out. The votes of a voter are taken in the order given.
 */
export function voterAnomalies(
  comparisons: Comparisons,
  voters: Clusters,
  options: AnomalyOptions = {},
): readonly VoterAnomaly[] {
  const { minimumVotes = 5, seed = 0 } = options;
  const votesOf: OrientedVote[][] = Array.from({ length: voters.count }, () => []);
  for (const [index, voter] of voters.of.entries()) votesOf[voter]?.push(orientedVote(comparisons, index));
  const all = countOutcomes(votesOf.flat());
  return votesOf.flatMap((votes, voter) => {
    const pValues = pValuesAgainstOthers(votes, all, options);
    if (pValues.length < Math.max(1, minimumVotes)) return [];
    return [{ voter, votes: votes.length, ...checkAt(pValues, seededRandom(seed + voter), options) }];
  });
}

function pValuesAgainstOthers(
  votes: readonly OrientedVote[],
  all: ReadonlyMap<number, OutcomeCounts>,
  { horizon = 100 }: AnomalyOptions,
): readonly number[] {
  const own = countOutcomes(votes);
  return votes.slice(0, horizon).flatMap((vote) => {
    const [losses = 0, ties = 0, wins = 0] = all.get(vote.pair) ?? [];
    const [ownLosses = 0, ownTies = 0, ownWins = 0] = own.get(vote.pair) ?? [];
    return votePValue(vote, [losses - ownLosses, ties - ownTies, wins - ownWins]) ?? [];
  });
}

function checkAt(
  pValues: readonly number[],
  random: RandomNumbers,
  { alpha = 0.1, checkpoints: wanted = 5 }: AnomalyOptions,
): Omit<VoterAnomaly, 'voter' | 'votes'> {
  const places = drawDistinct(Math.min(wanted, pValues.length), pValues.length, random).toSorted((a, b) => a - b);
  const checkpoints = places.map((place) => ({
    votes: place + 1,
    ...fisherCombination(pValues.slice(0, place + 1)),
  }));
  const smallest = Math.min(1, ...checkpoints.map((checkpoint) => checkpoint.pValue));
  const pValue = Math.min(1, smallest * checkpoints.length);
  return { pValue, isAnomalous: pValue <= alpha, checkpoints };
}

/** So many different numbers below a bound, by R. W. Floyd's method (J. Bentley, CACM 30, 1987). */
function drawDistinct(count: number, bound: number, random: RandomNumbers): readonly number[] {
  const drawn = new Set<number>();
  for (let top = bound - count; top < bound; top += 1) {
    const place = drawBelow(random, top + 1);
    drawn.add(drawn.has(place) ? top : place);
  }
  return Array.from(drawn);
}
