import { describe, expect, it } from 'vitest';
import { FIRST_WINS, SECOND_WINS, TIE, type Comparisons } from '../comparisons/comparisons.js';
import { seededRandom } from '../random/xoshiro.js';
import { nonInferiorityVotes } from '../planning/non-inferiority-votes.js';
import { assessNonInferiority } from './assess-non-inferiority.js';
import { pairScores, type ClusterScores } from './cluster-scores.js';

/** Votes of one cluster each. */
function independent(wins: number, ties: number, losses: number): ClusterScores {
  const scores = [...Array<number>(wins).fill(1), ...Array<number>(ties).fill(0.5), ...Array<number>(losses).fill(0)];
  return { scores: Float64Array.from(scores), votes: new Float64Array(scores.length).fill(1) };
}

describe('assessNonInferiority', () => {
  it('has the bound of Student for independent votes', () => {
    const { winRate, bounds, standardError, verdict, votes } = assessNonInferiority(independent(210, 100, 190));
    expect([winRate, votes]).toEqual([0.52, 500]);
    // SciPy 1.17.1: s = np.repeat([1, .5, 0], [210, 100, 190]); s.mean() - stats.t.ppf(.95, 499) * s.std(ddof=1) / np.sqrt(500).
    expect(standardError).toBeCloseTo(0.019999999999999997, 12);
    expect(bounds.lower).toBeCloseTo(0.48704174031880576, 9);
    expect(verdict).toBe('non-inferior');
  });

  it('counts a question’s votes together', () => {
    // Ten questions of 50 votes, all of a question alike: as sure as ten votes.
    const alike: ClusterScores = {
      scores: Float64Array.from([50, 50, 50, 50, 50, 50, 0, 0, 0, 0, 25]),
      votes: new Float64Array(11).fill(50),
    };
    const { winRate, standardError, verdict, clusters } = assessNonInferiority(alike);
    expect(clusters).toBe(11);
    expect(winRate).toBeCloseTo(6.5 / 11, 12);
    const single = assessNonInferiority(independent(6, 1, 4));
    expect(standardError).toBeCloseTo(single.standardError, 12);
    expect(verdict).toBe('undecided');
  });

  it('is not carried away by a few questions that agree', () => {
    const few = assessNonInferiority(independent(4, 0, 0), { margin: 0.05 });
    // One-sided Wilson for 4 of 4: 4/(4 + 1.645²) = 0.597; for 2 of 2: 0.425.
    expect(few.bounds.lower).toBeCloseTo(4 / (4 + 1.6448536269514722 ** 2), 9);
    expect(few.verdict).toBe('non-inferior');
    expect(assessNonInferiority(independent(2, 0, 0)).verdict).toBe('undecided');
    expect(assessNonInferiority(independent(0, 0, 0))).toMatchObject({ verdict: 'undecided', votesNeeded: undefined });
  });

  it('says inferior where even the upper bound is below the limit', () => {
    expect(assessNonInferiority(independent(100, 50, 350)).verdict).toBe('inferior');
  });

  it('says how many votes would decide', () => {
    const { votesNeeded = 0 } = assessNonInferiority(independent(80, 40, 80));
    // The plan of §6.6 for equal models; the sample’s variance has n − 1.
    expect(Math.abs(votesNeeded - nonInferiorityVotes({ margin: 0.05, tieRate: 0.2 }))).toBeLessThan(5);
  });

  it('errs at the limit as often as it says', () => {
    // Simulated at the limit itself, 50 questions with effects of their own: at most 5% of claims are wrong, give or take.
    const random = seededRandom(3);
    const uniform = (): number => random.uniform();
    let claims = 0;
    for (let study = 0; study < 1000; study += 1) {
      const scores = Float64Array.from({ length: 50 }, () => {
        const rate = 0.45 + (uniform() - 0.5) * 0.6;
        return Array.from({ length: 8 }, () => (uniform() < rate ? 1 : 0) as number).reduce(
          (sum, score) => sum + score,
          0,
        );
      });
      if (assessNonInferiority({ scores, votes: new Float64Array(50).fill(8) }).verdict === 'non-inferior') claims += 1;
    }
    expect(claims).toBeGreaterThan(25);
    expect(claims).toBeLessThan(75);
  });
});

it('pairScores takes the votes of the pair, in either order', () => {
  const comparisons: Comparisons = {
    models: 3,
    first: Int32Array.of(0, 1, 1, 0, 2),
    second: Int32Array.of(1, 0, 0, 2, 1),
    outcome: Uint8Array.of(FIRST_WINS, FIRST_WINS, TIE, FIRST_WINS, SECOND_WINS),
  };
  const { scores, votes } = pairScores(
    comparisons,
    { model: 0, reference: 1 },
    { count: 2, of: Int32Array.of(0, 0, 1, 1, 1) },
  );
  expect([Array.from(scores), Array.from(votes)]).toEqual([
    [1, 0.5],
    [2, 1],
  ]);
});
