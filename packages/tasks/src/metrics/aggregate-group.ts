import { pooledMean, pooledStandardError } from '@understudy/statistics';

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
  const parts = leaves.map(({ value, size }) => ({ mean: value, count: size }));
  const errors = leaves.flatMap(({ standardError, size }) =>
    standardError === undefined ? [] : [{ standardError, count: size }],
  );
  return {
    value: pooledMean(parts, { weightBySize }),
    standardError: errors.length === leaves.length ? pooledStandardError(errors) : undefined,
    count: leaves.reduce((total, { size }) => total + size, 0),
  };
}
