import { mean } from '../mean.js';
import { averageRanks } from './average-ranks.js';

/**
 * Pearson's correlation coefficient of two lists of the same length (K. Pearson, Philosophical Transactions A 187, 1896). NaN where a list
 * does not vary.
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

/**
 * Spearman's rank correlation: Pearson's of the ranks, equal values sharing the mean of their places (C. Spearman, American Journal of
 * Psychology 15, 1904; with ties as in M. Kendall, Rank correlation methods, 1948, chapter 3).
 */
export function spearmanCorrelation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  return pearsonCorrelation(averageRanks(first), averageRanks(second));
}
