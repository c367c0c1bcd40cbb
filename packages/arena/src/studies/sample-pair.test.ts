import { describe, expect, it } from 'vitest';
import { DEFAULT_PAIR_POLICY, pairProbabilities, samplePair, type PairPolicy, type PairVotes } from './sample-pair.js';
import { SeededRandom } from './seeded-random.js';

const versionIds = ['new', 'old', 'older', 'oldest'];
// Each of the three old models has 4,000 votes.
const votes: PairVotes[] = [
  { a: 'old', b: 'older', aWins: 1000, bWins: 500, ties: 500 },
  { a: 'oldest', b: 'older', aWins: 0, bWins: 2000, ties: 0 },
  { a: 'old', b: 'oldest', aWins: 1000, bWins: 1000, ties: 0 },
];

function sum(values: Float64Array): number {
  return values.reduce((total, each) => total + each, 0);
}

describe('a pair in free mode', () => {
  it.each<PairPolicy>([{ kind: 'uniform' }, DEFAULT_PAIR_POLICY, { kind: 'adaptive' }])(
    'comes as often as its recorded probability says: %j',
    (policy) => {
      const random = new SeededRandom('pairs', policy.kind);
      const seen = new Map<string, { count: number; probability: number }>();
      const draws = 20_000;
      for (let draw = 0; draw < draws; draw++) {
        const pair = samplePair({ versionIds, votes, policy, random: () => random.next() });
        const key = `${pair.firstVersionId} ${pair.secondVersionId}`;
        const { count } = seen.get(key) ?? { count: 0 };
        seen.set(key, { count: count + 1, probability: pair.sampleProbability });
      }
      expect(sum(pairProbabilities({ versionIds, votes, policy }))).toBeCloseTo(1, 12);
      for (const { count, probability } of seen.values()) {
        const deviation = Math.sqrt(draws * probability * (1 - probability));
        expect(Math.abs(count - draws * probability)).toBeLessThan(4.5 * deviation);
      }
    },
  );

  it('has a new model with the weight 5: worked by hand', () => {
    // W = 8. P{new, old} = 5/8 · 1/3 + 1/8 · 5/7; P{old, older} = 2 · 1/8 · 1/7.
    const probabilities = pairProbabilities({ versionIds, votes, policy: DEFAULT_PAIR_POLICY });
    expect(probabilities[0]).toBeCloseTo(5 / 24 + 5 / 56, 12);
    expect(probabilities[3]).toBeCloseTo(2 / 56, 12);
  });

  it('is adaptively the one that one more vote tells most of', () => {
    const [newOld = 0, , , oldOlder = 0, oldOldest = 0, olderOldest = 0] = pairProbabilities({
      versionIds,
      votes,
      policy: { kind: 'adaptive' },
    });
    expect(newOld).toBeGreaterThan(oldOldest);
    expect(oldOldest).toBeGreaterThan(oldOlder);
    expect(oldOlder).toBeGreaterThan(olderOldest);
    expect(olderOldest).toBeGreaterThan(0);
    // 2,000 votes of variance ¼ against none: √(¼/2000) − √(¼/2001) over √¼ − √⅛, ¼ mixed in.
    expect(oldOldest / newOld).toBeCloseTo(
      (Math.sqrt(0.25 / 2000) - Math.sqrt(0.25 / 2001)) / (0.5 - Math.sqrt(0.125)),
      12,
    );
  });

  it('has its sides by a fair coin', () => {
    const random = new SeededRandom('coin');
    const draw = () => samplePair({ versionIds, votes: [], policy: { kind: 'uniform' }, random: () => random.next() });
    const swaps = Array.from({ length: 4000 }, draw).filter(({ swapped }) => swapped).length;
    expect(Math.abs(swaps - 2000)).toBeLessThan(4.5 * Math.sqrt(1000));
  });
});
