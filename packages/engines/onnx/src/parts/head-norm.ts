import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { norm, type Norm } from './norm.js';

/** What a norm of each head by itself multiplies by. */
export interface HeadNormWeights {
  /** [headLength] for all heads, or [heads, headLength] for each its own. */
  readonly weight: Value;
  readonly perHead: boolean;
}

/** QK-norm: each head of Q or K normalised by itself. x: [batch, width, heads · headLength]. */
export function headNorm(
  g: GraphBuilder,
  x: Value,
  { weight, perHead, heads, headLength, ...kind }: Norm & HeadNormWeights & { heads: number; headLength: number },
): Value {
  const byHead = g.node('Reshape', [x, g.integers(0, 0, heads, headLength)]);
  const ones = (): Value => g.floats([headLength], Array<number>(headLength).fill(1));
  const normed = perHead
    ? g.node('Mul', [norm(g, byHead, { weight: ones() }, kind), weight])
    : norm(g, byHead, { weight }, kind);
  return g.node('Reshape', [normed, g.integers(0, 0, heads * headLength)]);
}
