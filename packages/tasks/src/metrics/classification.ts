/** Right and predicted classes of n documents, in two arrays of the same length. */
export interface Classified {
  readonly golds: Float64Array;
  readonly predictions: Float64Array;
}

/** F1 of class 1 in two classes: 2·TP / (2·TP + FP + FN); 0 where there is nothing to find (as scikit-learn's `f1_score`). */
export function f1Score({ golds, predictions }: Classified): number {
  let truePositives = 0;
  let errors = 0;
  for (const [index, gold] of golds.entries()) {
    if (gold === 1 && predictions[index] === 1) truePositives++;
    else if (gold === 1 || predictions[index] === 1) errors++;
  }
  return truePositives === 0 ? 0 : (2 * truePositives) / (2 * truePositives + errors);
}

/**
 * Matthews' correlation coefficient for any number of classes: the covariance of right and predicted classes over the
 * root of the product of their variances; 0 where either has one class only.
 * Source: J. Gorodkin, "Comparing two K-category assignments by a K-category correlation coefficient", 2004.
 */
export function matthewsCorrelation({ golds, predictions }: Classified): number {
  const n = golds.length;
  const right = golds.reduce((count, gold, index) => count + Number(gold === predictions[index]), 0);
  const goldCounts = countClasses(golds);
  const predictedCounts = countClasses(predictions);
  const shared = [...goldCounts].reduce(
    (total, [label, count]) => total + count * (predictedCounts.get(label) ?? 0),
    0,
  );
  const spread = (n ** 2 - sumOfSquares(goldCounts)) * (n ** 2 - sumOfSquares(predictedCounts));
  return spread === 0 ? 0 : (right * n - shared) / Math.sqrt(spread);
}

function countClasses(labels: Float64Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function sumOfSquares(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((total, count) => total + count ** 2, 0);
}
