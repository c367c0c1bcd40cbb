import { combineIntervals } from '@understudy/statistics';
import type { AreaScore } from '../scores/area-score.js';

/** What models are weighed against each other by. */
export interface ParetoPoint {
  readonly id: string;
  /** By area; of one area all on the same tasks. */
  readonly scores: readonly AreaScore[];
  /** Bytes; undefined for a hosted model, or where it is not known. */
  readonly memory: number | undefined;
  /** USD for a million tokens; undefined for a model that is run at home, or where it is not known. */
  readonly cost: number | undefined;
  /** Tokens a second; undefined where it is not known. */
  readonly speed: number | undefined;
}

/** How two models stand on one axis: `unknown` where one has a value and the other has none. */
interface Standing {
  /** Shown not to be worse, by more than the margin where there is noise. */
  readonly isNotWorse: boolean;
  /** Better beyond noise. */
  readonly isBetter: boolean;
}

/**
 * Whether `a` dominates `b` as far as the data can tell. On every axis that either has, `a` must be *shown* not to be worse, and on one it
 * must be better beyond noise:
 * - scores: the 95% interval of the difference of the two scores (`combineIntervals`; as if they were independent, which pairs on the same
 *   documents are not, so it is on the wide side) lies above −margin and does not lie below 0; it lies above 0 where `a` is better;
 * - memory, cost, speed: estimates without noise, compared as they are.
 *
 * This is additive ε-dominance (M. Laumanns, L. Thiele, K. Deb, E. Zitzler, Evolutionary Computation 10, 2002) with ε the margin, asked of
 * the interval's end in place of the value, as is usual under noise (J. Teich, EMO 2001, LNCS 1993; E. J. Hughes, ibid.): a difference that
 * too few documents leave open dominates nothing, so that a cheap model is not preferred to a good one because neither was measured well.
 */
export function dominates(a: ParetoPoint, b: ParetoPoint, margin: number): boolean {
  const standings = [...scoreStandings(a, b, margin), ...figureStandings(a, b)];
  return standings.every(({ isNotWorse }) => isNotWorse) && standings.some(({ isBetter }) => isBetter);
}

const UNKNOWN: Standing = { isNotWorse: false, isBetter: false };

function scoreStandings(a: ParetoPoint, b: ParetoPoint, margin: number): readonly Standing[] {
  const areas = new Set([...a.scores, ...b.scores].map(({ area }) => area));
  return [...areas].map((area) => {
    const [one, other] = [a, b].map(({ scores }) => scores.find((score) => score.area === area));
    if (one === undefined || other === undefined) return UNKNOWN;
    const { lower, upper } = combineIntervals([
      { weight: 1, ...one },
      { weight: -1, ...other },
    ]).interval;
    return { isNotWorse: lower > -margin && upper >= 0, isBetter: lower > 0 };
  });
}

function figureStandings(a: ParetoPoint, b: ParetoPoint): readonly Standing[] {
  return [standing(a.memory, b.memory, -1), standing(a.cost, b.cost, -1), standing(a.speed, b.speed, 1)].filter(
    (one) => one !== undefined,
  );
}

function standing(a: number | undefined, b: number | undefined, direction: 1 | -1): Standing | undefined {
  if (a === undefined && b === undefined) return undefined;
  if (a === undefined || b === undefined) return UNKNOWN;
  const difference = direction * (a - b);
  return { isNotWorse: difference >= 0, isBetter: difference > 0 };
}
