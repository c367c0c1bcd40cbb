import { pairCount, pairMembers, pairNumber } from './round-robin.js';

/**
 * How free mode draws its pairs.
 * - `uniform`: each pair alike
 * - `weighted`: first one model, then its opponent from the others, by weights: `newModelWeight` until a model has `enoughVotes`, then 1 (the
 *   policy of Chatbot Arena: 5 until 3,000)
 * - `adaptive`: in proportion to what one more vote takes off the width of the pair's interval, √(Σ/n) − √(Σ/(n + 1))
 */
export type PairPolicy =
  | { readonly kind: 'uniform' }
  | { readonly kind: 'weighted'; readonly newModelWeight: number; readonly enoughVotes: number }
  | { readonly kind: 'adaptive' };

/** The policy of a new arena: new models come five times as often until they have 3,000 votes. */
export const DEFAULT_PAIR_POLICY: PairPolicy = { kind: 'weighted', newModelWeight: 5, enoughVotes: 3000 };

/** Votes on one pair so far, in either order of its models. */
export interface PairVotes {
  readonly a: string;
  readonly b: string;
  readonly aWins: number;
  readonly bWins: number;
  /** Ties and both bad. */
  readonly ties: number;
}

/** What to draw from. */
export interface SamplePairOptions {
  /** Two models or more, each once. */
  readonly versionIds: readonly string[];
  readonly votes: readonly PairVotes[];
  readonly policy: PairPolicy;
  /** Uniform in [0, 1); called twice. */
  readonly random?: () => number;
}

/** A pair with the probability that it had, for estimates that weight by it. */
export interface SampledPair {
  readonly firstVersionId: string;
  readonly secondVersionId: string;
  /** Whether the first is shown on the right; a fair coin. */
  readonly swapped: boolean;
  readonly sampleProbability: number;
}

/** Draws a pair of different models. */
export function samplePair(options: SamplePairOptions): SampledPair {
  const { versionIds, random = Math.random } = options;
  const probabilities = pairProbabilities(options);
  const { low, high } = pairMembers(versionIds.length);
  const pair = placeOf(random(), probabilities);
  return {
    firstVersionId: versionIds[low[pair] ?? 0] ?? '',
    secondVersionId: versionIds[high[pair] ?? 0] ?? '',
    swapped: random() < 0.5,
    sampleProbability: probabilities[pair] ?? 0,
  };
}

/** Probability of each pair, row by row of the upper triangle; their sum is 1 and none is 0. */
export function pairProbabilities({ versionIds, votes, policy }: Omit<SamplePairOptions, 'random'>): Float64Array {
  const pairs = pairCount(versionIds.length);
  switch (policy.kind) {
    case 'uniform':
      return new Float64Array(pairs).fill(1 / pairs);
    case 'weighted':
      return byModelWeights(versionIds.map((id) => weightOf(id, votes, policy)));
    case 'adaptive':
      return byGain(versionIds, votes);
    default:
      return policy satisfies never;
  }
}

function weightOf(id: string, votes: readonly PairVotes[], policy: PairPolicy & { readonly kind: 'weighted' }): number {
  const count = votes.reduce((sum, { a, b, ...won }) => (a === id || b === id ? sum + total(won) : sum), 0);
  return count < policy.enoughVotes ? policy.newModelWeight : 1;
}

/** P{a, b} = w_a/W · w_b/(W − w_a) + w_b/W · w_a/(W − w_b): either may have been drawn first. */
function byModelWeights(weights: readonly number[]): Float64Array {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const { low, high } = pairMembers(weights.length);
  return Float64Array.from(low, (a, pair) => {
    const first = weights[a] ?? 0;
    const second = weights[high[pair] ?? 0] ?? 0;
    return (first * second * (1 / (sum - first) + 1 / (sum - second))) / sum;
  });
}

/**
 * The active sampling rule of Chiang et al., "Chatbot Arena" (arXiv 2403.04132), section 5. Σ is the variance of a vote on the pair
 * (1, ½, 0), here with one more vote of variance ¼ mixed in, because a pair with one vote has none; a pair without votes counts as having one.
 */
function byGain(versionIds: readonly string[], votes: readonly PairVotes[]): Float64Array {
  const places = new Map(versionIds.map((id, place) => [id, place]));
  const gains = new Float64Array(pairCount(versionIds.length)).fill(gain(0.25, 0));
  for (const { a, b, ...won } of votes) {
    const [one, other] = [places.get(a), places.get(b)];
    if (one === undefined || other === undefined || one === other) continue;
    const pair = pairNumber(Math.min(one, other), Math.max(one, other), versionIds.length);
    const count = total(won);
    if (count === 0) continue;
    const mean = (won.aWins + won.ties / 2) / count;
    const squares = won.aWins * (1 - mean) ** 2 + won.ties * (0.5 - mean) ** 2 + won.bWins * mean ** 2;
    gains[pair] = gain((squares + 0.25) / (count + 1), count);
  }
  const sum = gains.reduce((all, each) => all + each, 0);
  return gains.map((each) => each / sum);
}

function gain(variance: number, votes: number): number {
  const count = Math.max(1, votes);
  return Math.sqrt(variance / count) - Math.sqrt(variance / (count + 1));
}

function total({ aWins, bWins, ties }: Omit<PairVotes, 'a' | 'b'>): number {
  return aWins + bWins + ties;
}

/** The pair into whose share of [0, 1) a number falls. */
function placeOf(point: number, probabilities: Float64Array): number {
  let sum = 0;
  for (let pair = 0; pair < probabilities.length - 1; pair++) {
    sum += probabilities[pair] ?? 0;
    if (point < sum) return pair;
  }
  return probabilities.length - 1;
}
