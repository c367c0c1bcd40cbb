import type { AreaWeight } from '../needs/written.js';
import { paretoFront } from '../pareto/pareto-front.js';
import type { AreaBasis } from '../scores/area-basis.js';
import { areaScore, type AreaScore } from '../scores/area-score.js';
import { weightedScore, type WeightedScore } from '../scores/weighted-score.js';
import type { RankedModel } from './advice.js';
import { factsOf, type JudgedModel } from './judged-model.js';

/** A measured model with its place. */
export interface RankedJudgement {
  readonly judged: JudgedModel;
  readonly ranked: RankedModel;
}

/** By what models are ranked. */
export interface RankOptions {
  readonly bases: readonly AreaBasis[];
  readonly weights: readonly AreaWeight[];
  readonly margin: number;
}

/**
 * The measured models among admissible ones, those of the Pareto front first, then by how much of the weights they cover, then by weighted
 * score. Only models that cover all that anybody covers have a rank.
 */
export function rankModels(admissible: readonly JudgedModel[], options: RankOptions): readonly RankedJudgement[] {
  const scored = admissible.flatMap((judged) => scoreModel(judged, options));
  const places = paretoFront(
    scored.map(({ judged, areas }) => {
      const { id, footprint, cost } = factsOf(judged);
      return {
        id,
        scores: areas,
        memory: footprint?.bytes,
        cost: cost ?? undefined,
        speed: footprint?.tokensPerSecond,
      };
    }),
    options.margin,
  );
  const placed = scored.flatMap(({ judged, areas, score }) => {
    const pareto = places.get(judged.candidate.id);
    return pareto === undefined ? [] : [{ judged, areas, score, pareto }];
  });
  const ordered = placed.toSorted((a, b) => compareScores(a.score, b.score));
  let rank = 0;
  const ranked = ordered.map(({ judged, areas, score, pareto }): RankedJudgement => {
    if (isWhole(score)) rank += 1;
    return { judged, ranked: { ...factsOf(judged), rank: isWhole(score) ? rank : null, score, areas, pareto } };
  });
  return [...ranked.filter(isOnFront), ...ranked.filter((one) => !isOnFront(one))];
}

interface ScoredModel {
  readonly judged: JudgedModel;
  readonly areas: readonly AreaScore[];
  readonly score: WeightedScore;
}

function scoreModel(judged: JudgedModel, { bases, weights }: RankOptions): readonly ScoredModel[] {
  const row = judged.candidate.measured;
  if (row === undefined) return [];
  const areas = bases.flatMap((basis) => areaScore(row, basis) ?? []);
  const measured = weights.filter(({ area }) =>
    bases.some((basis) => basis.area === area && basis.benchmarks.length > 0),
  );
  const score = weightedScore(areas, measured);
  return score === undefined ? [] : [{ judged, areas, score }];
}

function compareScores(a: WeightedScore, b: WeightedScore): number {
  return b.coverage - a.coverage || b.estimate - a.estimate;
}

function isWhole({ coverage }: WeightedScore): boolean {
  return coverage === 1;
}

function isOnFront({ ranked }: RankedJudgement): boolean {
  return ranked.pareto.isOnFront;
}
