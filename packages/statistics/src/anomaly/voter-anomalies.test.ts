import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/xoshiro.js';
import { drawBelow } from '../random/draw-below.js';
import { FIRST_WINS, SECOND_WINS, type Clusters, type Comparisons } from '../comparisons/comparisons.js';
import { fisherCombination } from './fisher-combination.js';
import { votePValue } from './vote-p-value.js';
import { voterAnomalies } from './voter-anomalies.js';

describe('votePValue', () => {
  it('counts the rarer results, and half of those as rare', () => {
    // Others: 6 losses, 3 ties, 1 win. With the vote itself the win is 2 of 11, the tie 4, the loss 7.
    expect(votePValue({ result: 2 }, [6, 3, 1])).toBe(1 / 11);
    expect(votePValue({ result: 1 }, [6, 3, 1])).toBe((1 + 4 / 2) / 11);
    expect(votePValue({ result: 0 }, [6, 3, 1])).toBe((4 + 7 / 2) / 11);
    expect(votePValue({ result: 0 }, [0, 0, 1])).toBe(0.5);
  });

  it('is the same for a loss among wins and a win among losses', () => {
    expect(votePValue({ result: 0 }, [1, 3, 6])).toBe(1 / 11);
  });

  it('is not known where nobody else voted on the pair', () => {
    expect(votePValue({ result: 2 }, [0, 0, 0])).toBeUndefined();
  });
});

it('fisherCombination is that of SciPy', () => {
  // SciPy 1.17.1, stats.combine_pvalues([0.01, 0.2, 0.3, 0.7]).
  expect(fisherCombination([0.01, 0.2, 0.3, 0.7]).statistic).toBeCloseTo(15.55051169337372, 10);
  expect(fisherCombination([0.01, 0.2, 0.3, 0.7]).pValue).toBeCloseTo(0.049284574829183705, 12);
});

interface Crowd {
  /** The first so many of the 100 voters vote against the others. */
  readonly contrary: number;
  readonly models?: number;
  /** Votes of each voter. */
  readonly votes?: number;
}

/** 100 voters; the better model wins with probability 0.85, with a contrary voter 0.15. Of two models the one with the lower number is better. */
function votesWith({ contrary, models = 6, votes: each = 100 }: Crowd): { comparisons: Comparisons; voters: Clusters } {
  const random = seededRandom(11);
  const draw = (bound: number): number => drawBelow(random, bound);
  const votes = Array.from({ length: 100 * each }, (_, index) => {
    const first = draw(models);
    const second = (first + 1 + draw(models - 1)) % models;
    const isContrary = Math.floor(index / each) < contrary;
    const better = draw(100) < (isContrary ? 15 : 85);
    return { first, second, outcome: better === first < second ? FIRST_WINS : SECOND_WINS };
  });
  return {
    comparisons: {
      models,
      first: Int32Array.from(votes, ({ first }) => first),
      second: Int32Array.from(votes, ({ second }) => second),
      outcome: Uint8Array.from(votes, ({ outcome }) => outcome),
    },
    voters: { count: 100, of: Int32Array.from(votes, (_, index) => Math.floor(index / each)) },
  };
}

function flagged(crowd: Crowd): readonly number[] {
  const { comparisons, voters } = votesWith(crowd);
  const tests = voterAnomalies(comparisons, voters);
  expect(tests).toHaveLength(100);
  return tests.filter(({ isAnomalous }) => isAnomalous).map(({ voter }) => voter);
}

describe('voterAnomalies', () => {
  // 15 pairs with 667 votes each, and 1,770 pairs with about five.
  it.each([{ models: 6 }, { models: 60, votes: 90 }])(
    'of $models models flags no more honest voters than α',
    (crowd) => {
      expect(flagged({ ...crowd, contrary: 0 }).length).toBeLessThanOrEqual(10);
    },
  );

  it.each([{ models: 6 }, { models: 60, votes: 90 }])(
    'of $models models finds who votes against all others',
    (crowd) => {
      const found = flagged({ ...crowd, contrary: 5 });
      expect(found.filter((voter) => voter < 5)).toEqual([0, 1, 2, 3, 4]);
      expect(found.length).toBeLessThanOrEqual(15);
    },
  );

  it('does not depend on how models are numbered', () => {
    const { comparisons, voters } = votesWith({ contrary: 5 });
    const turn = (model: number): number => comparisons.models - 1 - model;
    const turned = { ...comparisons, first: comparisons.first.map(turn), second: comparisons.second.map(turn) };
    expect(voterAnomalies(turned, voters)).toEqual(voterAnomalies(comparisons, voters));
  });

  it('leaves out votes on pairs that nobody else voted on', () => {
    const pairs = [0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2];
    const comparisons = {
      models: 4,
      first: Int32Array.from(pairs),
      second: Int32Array.from(pairs, (first) => first + 1),
      outcome: Uint8Array.from(pairs, () => FIRST_WINS),
    };
    // Voter 0 alone has models 2 and 3; voter 1 has no more than three votes.
    const of = Int32Array.from([0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
    const [test, ...others] = voterAnomalies(comparisons, { count: 2, of });
    expect(others).toEqual([]);
    expect(test?.votes).toBe(11);
    expect(test?.checkpoints.at(-1)?.votes).toBe(5);
  });

  it('tests five places of the first hundred votes, and nobody with fewer than five votes', () => {
    const { comparisons, voters } = votesWith({ contrary: 0 });
    const [first] = voterAnomalies(comparisons, voters);
    expect(first?.checkpoints).toHaveLength(5);
    expect(new Set(first?.checkpoints.map(({ votes }) => votes)).size).toBe(5);
    expect(voterAnomalies(comparisons, voters, { minimumVotes: 101 })).toEqual([]);
  });
});
