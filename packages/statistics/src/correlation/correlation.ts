import { mean } from '../mean.js';

/**
 * Pearson's correlation coefficient of two lists of the same length (K. Pearson, Philosophical Transactions A 187, 1896). NaN where a list
 * does not vary. Of ranks (`averageRanks`) it is Spearman's.
 */
export function pearsonCorrelation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [firstMean, secondMean] = [mean(first), mean(second)];
  let product = 0;
  let firstSquares = 0;
  let secondSquares = 0;
  for (let index = 0; index < first.length; index += 1) {
    const [x, y] = [first[index]! - firstMean, second[index]! - secondMean];
    product += x * y;
    firstSquares += x * x;
    secondSquares += y * y;
  }
  return product / Math.sqrt(firstSquares * secondSquares);
}
