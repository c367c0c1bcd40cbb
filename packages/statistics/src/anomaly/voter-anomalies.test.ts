import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/xoshiro.js';
import { drawBelow } from '../random/draw-below.js';
import { FIRST_WINS, SECOND_WINS, type Clusters, type Comparisons } from '../comparisons/comparisons.js';
import { fisherCombination } from './fisher-combination.js';
import { votePValue } from './vote-p-value.js';
import { voterAnomalies } from './voter-anomalies.js';

describe('votePValue', () => {
  it('counts the others who were at least as favourable', () => {
    // Others: 6 losses, 3 ties, 1 win.
    expect(votePValue({ result: 2 }, [6, 3, 1], 'high')).toBe(2 / 11);
    expect(votePValue({ result: 1 }, [6, 3, 1], 'high')).toBe(5 / 11);
    expect(votePValue({ result: 0 }, [6, 3, 1], 'high')).toBe(1);
    expect(votePValue({ result: 2 }, [0, 0, 0], 'high')).toBe(1);
  });

  it('or, for rare results, the others who said what few said', () => {
    expect(votePValue({ result: 2 }, [6, 3, 1], 'rare')).toBe(2 / 11);
    // A loss where nearly all say win is as strange as a win where nearly all say loss.
    expect(votePValue({ result: 0 }, [1, 3, 6], 'rare')).toBe(2 / 11);
    expect(votePValue({ result: 0 }, [6, 3, 1], 'rare')).toBe(1);
  });
});

it('fisherCombination is that of SciPy', () => {
  // SciPy 1.17.1, stats.combine_pvalues([0.01, 0.2, 0.3, 0.7]).
  expect(fisherCombination([0.01, 0.2, 0.3, 0.7]).statistic).toBeCloseTo(15.55051169337372, 10);
  expect(fisherCombination([0.01, 0.2, 0.3, 0.7]).pValue).toBeCloseTo(0.049284574829183705, 12);
});

/** 100 voters of 100 votes on 6 models; the better model wins with probability 0.85, with a contrary voter 0.15. */
function votesWith(contrary: number): { comparisons: Comparisons; voters: Clusters } {
  const random = seededRandom(11);
  const draw = (bound: number): number => drawBelow(random, bound);
  const votes = Array.from({ length: 10_000 }, (_, index) => {
    const first = draw(6);
    const second = (first + 1 + draw(5)) % 6;
    const isContrary = Math.floor(index / 100) < contrary;
    const better = draw(100) < (isContrary ? 15 : 85);
    return { first, second, outcome: better === first < second ? FIRST_WINS : SECOND_WINS };
  });
  return {
    comparisons: {
      models: 6,
      first: Int32Array.from(votes, ({ first }) => first),
      second: Int32Array.from(votes, ({ second }) => second),
      outcome: Uint8Array.from(votes, ({ outcome }) => outcome),
    },
    voters: { count: 100, of: Int32Array.from(votes, (_, index) => Math.floor(index / 100)) },
  };
}

describe('voterAnomalies', () => {
  it('flags hardly more honest voters than α', () => {
    const { comparisons, voters } = votesWith(0);
    const tests = voterAnomalies(comparisons, voters, { strangeness: 'rare' });
    expect(tests).toHaveLength(100);
    expect(tests.filter(({ isAnomalous }) => isAnomalous).length).toBeLessThanOrEqual(15);
  });

  it('finds voters who vote against all others', () => {
    const { comparisons, voters } = votesWith(5);
    const flagged = voterAnomalies(comparisons, voters, { strangeness: 'rare' })
      .filter(({ isAnomalous }) => isAnomalous)
      .map(({ voter }) => voter);
    expect(flagged.filter((voter) => voter < 5).length).toBe(5);
    expect(flagged.filter((voter) => voter >= 5).length).toBeLessThanOrEqual(15);
  });

  it('tests five places of the first hundred votes, and nobody with fewer than five votes', () => {
    const { comparisons, voters } = votesWith(0);
    const [first] = voterAnomalies(comparisons, voters);
    expect(first?.checkpoints).toHaveLength(5);
    expect(new Set(first?.checkpoints.map(({ votes }) => votes)).size).toBe(5);
    expect(voterAnomalies(comparisons, voters, { minimumVotes: 101 })).toEqual([]);
  });
});
