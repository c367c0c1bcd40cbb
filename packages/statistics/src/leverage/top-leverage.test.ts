import { describe, expect, it } from 'vitest';
import { fitBradleyTerry } from '../bradley-terry/fit-bradley-terry.js';
import type { Comparisons } from '../comparisons/comparisons.js';
import { countPairs } from '../comparisons/pair-counts.js';
import { seededRandom } from '../random/xoshiro.js';
import { hasArenaData, readLlmfao } from '../testing/arena-data.js';
import { drawVotes, votesOf } from '../testing/vote-columns.js';
import { leadInfluences } from './lead-influences.js';
import { topLeverage, type TopLeverage } from './top-leverage.js';

function without({ models, first, second, outcome }: Comparisons, votes: ArrayLike<number>): Comparisons {
  const gone = new Set(Array.from(votes));
  const stays = (_: number, index: number): boolean => !gone.has(index);
  return { models, first: first.filter(stays), second: second.filter(stays), outcome: outcome.filter(stays) };
}

function firstOf(comparisons: Comparisons): number {
  const { ratings } = fitBradleyTerry(countPairs(comparisons));
  return ratings.indexOf(Math.max(...Array.from(ratings).filter((rating) => !Number.isNaN(rating))));
}

const sizeOf = (found: TopLeverage | undefined): number | undefined => found?.byVotes?.votes.length;

describe('topLeverage', () => {
  it('of two models is the lead in votes', () => {
    // 30 : 20 with 10 ties. Without ten wins it is level, without eleven the other leads.
    const votes = votesOf(2, [
      [0, '>', 1, 30],
      [1, '>', 0, 20],
      [0, '=', 1, 10],
    ]);
    const found = topLeverage(votes);
    expect(found?.first).toBe(0);
    expect(found?.byVotes?.challenger).toBe(1);
    expect(sizeOf(found)).toBe(11);
    expect(found?.byAnnotators).toBeUndefined();
  });

  it('names votes without which the first place does change', () => {
    const random = seededRandom(4);
    for (let study = 0; study < 10; study += 1) {
      const votes = drawVotes([0.3, 0.2, 0, -0.3], { votes: 300, ties: 0.2, random });
      const annotators = { count: 20, of: Int32Array.from({ length: 300 }, (_, index) => (index * 7) % 20) };
      const found = topLeverage(votes, { annotators });
      const { byVotes, byAnnotators } = found ?? {};
      expect(firstOf(votes)).toBe(found?.first);
      expect(firstOf(without(votes, byVotes?.votes ?? []))).toBe(byVotes?.challenger);
      expect(firstOf(without(votes, byAnnotators?.votes ?? []))).toBe(byAnnotators?.challenger);
      expect(byVotes?.challenger).not.toBe(found?.first);
      expect(byAnnotators?.challenger).not.toBe(found?.first);
      expect(byVotes?.annotators).toBe(new Set(Array.from(byVotes?.votes ?? [], (vote) => (vote * 7) % 20)).size);
    }
  });

  it('needs at most one vote more than the best of all ways, on a study small enough to try all', () => {
    const random = seededRandom(9);
    for (let study = 0; study < 5; study += 1) {
      const votes = drawVotes([0.4, 0.2, 0], { votes: 24, random });
      const leader = firstOf(votes);
      let fewest = 0;
      for (let size = 1; size <= 3 && fewest === 0; size += 1)
        if (subsets(24, size).some((subset) => firstOf(without(votes, subset)) !== leader)) fewest = size;
      const found = sizeOf(topLeverage(votes)) ?? 0;
      expect(found).toBeGreaterThanOrEqual(fewest === 0 ? 4 : fewest);
      expect(fewest === 0 || found <= fewest + 1).toBe(true);
    }
  });

  it('is silent where nobody can take the place', () => {
    expect(topLeverage(votesOf(1, []))).toBeUndefined();
  });

  it.skipIf(!hasArenaData)(
    'finds that 13 of 8,931 votes hold LLMFAO’s first place (needs ../shared/arena-data)',
    () => {
      const llmfao = readLlmfao();
      const { comparisons, names } = llmfao;
      const found = topLeverage(comparisons, { annotators: llmfao.clusters('worker') });
      expect(names[found?.first ?? -1]).toBe('GPT 4');
      expect(sizeOf(found)).toBeLessThanOrEqual(13);
      expect(firstOf(without(comparisons, found?.byVotes?.votes ?? []))).toBe(found?.byVotes?.challenger);
    },
  );
});

function subsets(count: number, size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return subsets(count, size - 1).flatMap((head) =>
    Array.from({ length: count - 1 - (head.at(-1) ?? -1) }, (_, step) => [...head, (head.at(-1) ?? -1) + 1 + step]),
  );
}

/** θ₀ − θ₂. */
const lead = (ratings: Float64Array): number => ((ratings[0]! - ratings[2]!) * Math.LN10) / 400;

it('leadInfluences foresee what a refit without the vote gives', () => {
  const votes = drawVotes([0.3, 0, -0.3], { votes: 400, ties: 0.2, random: seededRandom(2) });
  const fit = fitBradleyTerry(countPairs(votes));
  const influences = leadInfluences(votes, { fit, first: 0, challenger: 2 });
  for (const vote of [0, 1, 2, 3, 50, 51]) {
    const change = lead(fit.ratings) - lead(fitBradleyTerry(countPairs(without(votes, [vote]))).ratings);
    expect(Math.abs(influences[vote]! - change)).toBeLessThan(0.1 * Math.abs(change) + 1e-4);
  }
});
