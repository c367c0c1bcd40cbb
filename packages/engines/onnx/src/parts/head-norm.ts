import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { norm, type Norm } from './norm.js';

/** QK-norm: RMSNorm over each head by itself. x: [batch, width, heads · headLength]; weight: [headLength]. */
export function headNorm(
  g: GraphBuilder,
  x: Value,
  { weight, heads, headLength, ...kind }: Norm & { weight: Value; heads: number; headLength: number },
): Value {
  const byHead = g.node('Reshape', [x, g.integers(0, 0, heads, headLength)]);
  return g.node('Reshape', [norm(g, byHead, { weight }, kind), g.integers(0, 0, heads * headLength)]);
}
