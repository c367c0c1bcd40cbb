import { matchedPairsInterval, mcNemarTest, mean, pairedDifference, quantile } from '@understudy/statistics';
import type { Sample } from '@understudy/store';
import type { DeltaSummary, MetricDiff, SampleComparison, TaskDiff } from './run-diff.js';

interface MetricPairs {
  readonly metric: string;
  readonly filter: string;
  readonly first: number[];
  readonly second: number[];
}

/** Collects the comparisons of a task's documents: 8 bytes a log-likelihood, 16 a metric. */
export class TaskTotals {
  readonly #task: string;
  readonly #metrics = new Map<string, MetricPairs>();
  readonly #deltas: number[] = [];
  #matched = 0;
  #promptsDiffering = 0;
  #targetsDiffering = 0;
  #judged = 0;
  #equal = 0;
  onlyInFirst = 0;
  onlyInSecond = 0;

  constructor(task: string) {
    this.#task = task;
  }

  add(first: Sample, second: Sample, comparison: SampleComparison): void {
    this.#matched += 1;
    this.#promptsDiffering += Number(!comparison.samePrompt);
    this.#targetsDiffering += Number(!comparison.sameTarget);
    this.#judged += Number(comparison.sameAnswer !== undefined);
    this.#equal += Number(comparison.sameAnswer === true);
    for (const delta of comparison.deltas) this.#deltas.push(Math.abs(delta));
    this.#addMetrics(first, second);
  }

  summary(): TaskDiff {
    return {
      task: this.#task,
      matched: this.#matched,
      onlyInFirst: this.onlyInFirst,
      onlyInSecond: this.onlyInSecond,
      promptsDiffering: this.#promptsDiffering,
      targetsDiffering: this.#targetsDiffering,
      answers: { count: this.#judged, equal: this.#equal },
      deltas: summarizeDeltas(this.#deltas),
      metrics: [...this.#metrics.values()].map(compareMetric),
    };
  }

  #addMetrics(first: Sample, second: Sample): void {
    const others = new Map(second.outcomes.map(({ filter, metrics }) => [filter, metrics]));
    for (const { filter, metrics } of first.outcomes) {
      for (const [metric, value] of Object.entries(metrics)) {
        const other = others.get(filter)?.[metric];
        if (typeof value !== 'number' || typeof other !== 'number') continue;
        const key = `${metric},${filter}`;
        const pairs = this.#metrics.get(key) ?? { metric, filter, first: [], second: [] };
        pairs.first.push(value);
        pairs.second.push(other);
        this.#metrics.set(key, pairs);
      }
    }
  }
}

function summarizeDeltas(deltas: readonly number[]): DeltaSummary | undefined {
  if (deltas.length === 0) return undefined;
  const sorted = Float64Array.from(deltas).sort();
  return {
    count: sorted.length,
    median: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    max: sorted.at(-1)!,
  };
}

function compareMetric({ metric, filter, first, second }: MetricPairs): MetricDiff {
  const isBinary = [first, second].every((values) => values.every((value) => value === 0 || value === 1));
  const firstOnly = first.filter((value, index) => value > second[index]!).length;
  const secondOnly = first.filter((value, index) => value < second[index]!).length;
  const paired = pairedDifference(first, second);
  return {
    metric,
    filter,
    first: mean(first),
    second: mean(second),
    paired: isBinary
      ? { ...paired, interval: matchedPairsInterval({ firstOnly, secondOnly, count: first.length }) }
      : paired,
    mcNemar: isBinary ? mcNemarTest({ firstOnly, secondOnly }) : undefined,
  };
}
