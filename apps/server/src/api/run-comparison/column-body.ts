import { matchedPairsInterval, mcNemarTest, pairedDifferenceOf } from '@understudy/statistics';
import type { PairCounts, RunTask, SampleColumn } from '@understudy/store';
import { finite, measure } from '../../results/finite.js';
import { figure } from '../runs/figure.js';
import type { ColumnComparisonBody } from './schema.js';

/** Two runs by one column of a task, from the counts of their documents: means, paired difference, p-value. */
export function columnBody({ name, kind }: SampleColumn, task: RunTask, counts: PairCounts): ColumnComparisonBody {
  const { binary } = counts;
  const count = counts.matched - counts.withoutValue;
  const paired = pairedDifferenceOf({ count, sum: counts.sumOfDifferences, sumOfSquares: counts.sumOfSquares });
  const disagreements = binary && { firstOnly: binary.onlyFirst, secondOnly: binary.onlySecond };
  const pValue = disagreements === undefined ? paired.pValue : mcNemarTest(disagreements);
  const interval = disagreements === undefined ? paired.interval : matchedPairsInterval({ ...disagreements, count });
  return {
    name,
    kind,
    higherIsBetter: task.higherIsBetter[name.split(',')[0] ?? ''] ?? null,
    isBinary: binary !== undefined,
    first: figure(counts.sumOfFirst / count),
    second: figure(counts.sumOfSecond / count),
    difference: measure({ value: paired.difference, interval, count }),
    pValue: count === 0 ? null : finite(pValue),
    different: counts.different,
    binary: binary ?? null,
  };
}
