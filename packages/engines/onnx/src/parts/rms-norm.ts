import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** RMSNorm over the last axis: x / √(mean(x²) + ε) · weight (Zhang & Sennrich 2019, arXiv:1910.07467). */
export function rmsNorm(g: GraphBuilder, x: Value, weight: Value, epsilon: number): Value {
  return g.node('SimplifiedLayerNormalization', [x, weight], {
    attributes: { axis: -1, epsilon: { float: epsilon }, stash_type: 1 },
  });
}
