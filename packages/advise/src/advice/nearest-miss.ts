import type { JudgedModel } from './judged-model.js';

/** What a model falls short by is weighed by. */
export interface MissScores {
  /** Weighted score of our own measurements; undefined: none. */
  readonly measured: (id: string) => number | undefined;
  /** Ratio to the reference by published figures; undefined: none. */
  readonly published: (id: string) => number | undefined;
}

/**
 * The excluded model that comes nearest: one that can be had and breaks the fewest needs; then the best measured one, then the best published
 * one.
 */
export function nearestMiss(
  excluded: readonly JudgedModel[],
  { measured, published }: MissScores,
): JudgedModel | undefined {
  return excluded.toSorted((a, b) => {
    const [one, other] = [a.candidate.id, b.candidate.id];
    return (
      Number(cannotBeHad(a)) - Number(cannotBeHad(b)) ||
      brokenNeeds(a) - brokenNeeds(b) ||
      (measured(other) ?? -1) - (measured(one) ?? -1) ||
      (published(other) ?? -1) - (published(one) ?? -1)
    );
  })[0];
}

function brokenNeeds({ findings }: JudgedModel): number {
  return findings.filter(({ outcome }) => outcome === 'broken').length;
}

/** Whatever else it offers, there is nothing to run. */
function cannotBeHad({ findings }: JudgedModel): boolean {
  return findings.some(
    ({ need, outcome }) => outcome === 'broken' && (need === 'availability' || need === 'open-weights'),
  );
}
