/** One leaf task's value of a metric. */
export interface LeafMetric {
  readonly value: number;
  /** Undefined where the leaf has none (`N/A`). */
  readonly standardError: number | undefined;
  /** Number of its documents. */
  readonly size: number;
}

/** A group's value of a metric. */
export interface GroupMetric {
  readonly value: number;
  readonly standardError: number | undefined;
  /** Documents of all leaves that have the metric. */
  readonly count: number;
}

/**
 * A group's metric over its leaf tasks (not over its sub-groups' means): the mean weighted by size, or the plain mean of
 * the leaves. Its standard error is pooled from theirs, always by size; if one has none, the group has none.
 */
export function aggregateGroup(leaves: readonly LeafMetric[], weightBySize: boolean): GroupMetric {
  const weights = leaves.map(({ size }) => (weightBySize ? size : 1));
  const weighted = leaves.reduce((total, { value }, index) => total + value * (weights[index] ?? 0), 0);
  return {
    value: weighted / weights.reduce((total, weight) => total + weight, 0),
    standardError: pooledStandardError(leaves),
    count: leaves.reduce((total, { size }) => total + size, 0),
  };
}

/**
 * √( Σ (nᵢ−1)·seᵢ²·nᵢ / (Σnᵢ − k) / Σnᵢ ): the pooled sample variance over all documents. It leaves out the spread between
 * the leaves' means (lm-evaluation-harness, `pooled_sample_stderr`).
 */
function pooledStandardError(leaves: readonly LeafMetric[]): number | undefined {
  const count = leaves.reduce((total, { size }) => total + size, 0);
  let variance = 0;
  for (const { standardError, size } of leaves) {
    if (standardError === undefined) return undefined;
    variance += (size - 1) * standardError ** 2 * size;
  }
  return Math.sqrt(variance / (count - leaves.length) / count);
}
