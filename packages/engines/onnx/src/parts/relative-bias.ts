import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** A bias that is learned for buckets of distances, for each head. */
export interface RelativeBias {
  /** [buckets, heads]. */
  readonly table: Value;
  readonly buckets: number;
  /** True where tokens see those behind them too: half of the buckets are theirs. */
  readonly bidirectional: boolean;
}

/** From here on all distances share a bucket (T5's `relative_attention_max_distance`, which files leave out). */
const FURTHEST = 128;

/**
 * The bucket of each distance from −128 to 0, or to 128 where tokens see both ways: one each for the nearest, then wider and wider ones
 * (Raffel et al. 2020, arXiv:1910.10683). Rounded as transformers does it, in float32.
 */
export function distanceBuckets({ buckets, bidirectional }: Omit<RelativeBias, 'table'>): readonly number[] {
  const own = bidirectional ? buckets / 2 : buckets;
  const exact = own / 2;
  const bucketOf = (distance: number): number => {
    if (distance < exact) return distance;
    const share = Math.fround(
      Math.fround(Math.log(Math.fround(distance / exact))) / Math.fround(Math.log(FURTHEST / exact)),
    );
    return Math.min(own - 1, exact + Math.floor(Math.fround(share * (own - exact))));
  };
  const length = bidirectional ? 2 * FURTHEST + 1 : FURTHEST + 1;
  return Array.from({ length }, (_, i) => {
    const distance = i - FURTHEST;
    return bucketOf(Math.abs(distance)) + (distance > 0 ? own : 0);
  });
}

/**
 * The bias of each token for each column: [batch, heads, width, columns]. places: float32 [batch, 1, width, 1]; columns: float32 [batch, 1,
 * 1, columns].
 */
export function relativeBias(
  g: GraphBuilder,
  { places, columns }: { readonly places: Value; readonly columns: Value },
  { table, ...kind }: RelativeBias,
): Value {
  const byDistance = g.node('Gather', [table, g.integers(...distanceBuckets(kind))], { attributes: { axis: 0 } });
  const bounds = [g.scalar(-FURTHEST), g.scalar(kind.bidirectional ? FURTHEST : 0)];
  const distance = g.node('Clip', [g.node('Sub', [columns, places]), ...bounds]);
  const row = g.node('Cast', [g.node('Add', [distance, g.scalar(FURTHEST)])], {
    attributes: { to: INT64 },
    type: 'int64',
  });
  const biases = g.node('Gather', [byDistance, g.node('Squeeze', [row, g.integers(1)], { type: 'int64' })], {
    attributes: { axis: 0 },
  });
  return g.node('Transpose', [biases], { attributes: { perm: [0, 3, 1, 2] } });
}

/** Of `TensorProto.DataType`. */
const INT64 = 7;
