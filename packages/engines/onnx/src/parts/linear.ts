import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** `x · Wᵀ` for a weight of shape [outputs, inputs], as GGUF stores them: no transposed copy is made. x: [..., inputs]. */
export function linear(g: GraphBuilder, x: Value, weight: Value): Value {
  return g.node('FusedMatMul', [x, weight], { domain: 'com.microsoft', attributes: { transB: 1 } });
}
