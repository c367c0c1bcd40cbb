import { fitLassoLogistic } from './lasso-logistic.js';
import { totalLoss, type SoftRows } from './soft-logistic.js';

/** The strengths that are tried: ten from 10⁻⁴ to 10⁴, evenly on a log scale. */
const STRENGTHS = Array.from({ length: 10 }, (_, step) => 10 ** (-4 + (8 * step) / 9));

/**
 * Chooses the strength C by cross-validation: that with the least loss on rows left out, a mean over the folds' mean weighted losses; of equal
 * ones the smallest. Row i is left out in fold i mod `folds`.
 */
export function chooseStrength(rows: SoftRows, folds = 5): number {
  const parts = Array.from({ length: Math.min(folds, rows.target.length) }, (_, fold) => {
    const isLeftOut = (row: number): boolean => row % folds === fold;
    return { training: select(rows, (row) => !isLeftOut(row)), test: select(rows, isLeftOut) };
  });
  const losses = parts.map(({ training, test }) => {
    let start: Float64Array | undefined;
    return STRENGTHS.map((strength) => {
      start = fitLassoLogistic(training, { strength, start });
      return totalLoss(test, start) / test.target.length;
    });
  });
  const sums = STRENGTHS.map((_, index) => losses.reduce((sum, ofFold) => sum + ofFold[index]!, 0));
  return STRENGTHS[sums.indexOf(Math.min(...sums))]!;
}

function select({ columns, target, weight }: SoftRows, keeps: (row: number) => boolean): SoftRows {
  const kept = (_: number, row: number): boolean => keeps(row);
  return {
    columns: columns.map((column) => column.filter(kept)),
    target: target.filter(kept),
    weight: weight.filter(kept),
  };
}
