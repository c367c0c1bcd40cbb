import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** A matrix of [outputs, inputs], as GGUF stores them, and what is added behind it, if anything: [outputs]. */
export interface LinearWeights {
  readonly weight: Value;
  readonly bias?: Value | undefined;
}

/** `x · Wᵀ + b`; no transposed copy of the matrix is made. x: [..., inputs]. */
export function linear(g: GraphBuilder, x: Value, { weight, bias }: LinearWeights): Value {
  const product = g.node('FusedMatMul', [x, weight], { domain: 'com.microsoft', attributes: { transB: 1 } });
  return bias === undefined ? product : g.node('Add', [product, bias]);
}
