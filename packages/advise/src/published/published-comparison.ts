import type { Area, Benchmark, PublishedScore } from '@understudy/catalog';

/** Two numbers of one published table. */
export interface PublishedComparison {
  readonly benchmark: string;
  readonly area: Area;
  readonly table: string;
  readonly source: string;
  readonly setting: string | null;
  readonly metric: string | null;
  readonly candidate: number;
  readonly reference: number;
  readonly higherIsBetter: boolean;
  /** Candidate over reference, turned so that above 1 is better; undefined on scales without a zero, such as Elo. */
  readonly ratio: number | undefined;
}

/** Scales on which only differences mean something. */
const INTERVAL_SCALE = /elo|rating|rank/i;

/** All tables that have numbers of both models, by benchmark; the tables of several benchmarks of the area. */
export function publishedComparisons(
  { candidate, reference }: { readonly candidate: string; readonly reference: string },
  scores: readonly PublishedScore[],
  benchmarks: readonly Benchmark[],
): readonly PublishedComparison[] {
  const known = new Map(benchmarks.flatMap((benchmark) => benchmark.publishedAs.map((name) => [name, benchmark])));
  const references = new Map(
    scores.filter(({ modelId }) => modelId === reference).map((score) => [columnOf(score), score]),
  );
  return scores
    .filter(({ modelId }) => modelId === candidate)
    .flatMap((score) => {
      const other = references.get(columnOf(score));
      const benchmark = known.get(score.benchmark);
      if (other === undefined || benchmark === undefined) return [];
      return benchmark.areas.map((area) => compare(area, benchmark, score, other));
    });
}

function columnOf({ table, benchmark, metric, setting }: PublishedScore): string {
  return JSON.stringify([table, benchmark, metric, setting]);
}

function compare(area: Area, { name }: Benchmark, score: PublishedScore, other: PublishedScore): PublishedComparison {
  const { table, source, setting, metric, value, higherIsBetter } = score;
  const [above, below] = higherIsBetter ? [value, other.value] : [other.value, value];
  const hasZero = !INTERVAL_SCALE.test(metric ?? '') && above >= 0 && below > 0;
  return {
    benchmark: name,
    area,
    table,
    source,
    setting,
    metric,
    candidate: value,
    reference: other.value,
    higherIsBetter,
    ratio: hasZero ? above / below : undefined,
  };
}
