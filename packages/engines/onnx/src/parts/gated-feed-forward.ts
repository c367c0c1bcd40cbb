import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { linear } from './linear.js';

/** The three matrices of a gated feed-forward network. */
export interface GatedFeedForwardWeights {
  readonly gate: Value;
  readonly up: Value;
  readonly down: Value;
}

/** SwiGLU: down(SiLU(gate(x)) ∘ up(x)), with SiLU(z) = z · σ(z) (Shazeer 2020, arXiv:2002.05202). */
export function swiGlu(g: GraphBuilder, x: Value, weights: GatedFeedForwardWeights): Value {
  // QuickGelu is z · σ(αz).
  const activate = (z: Value) =>
    g.node('QuickGelu', [z], { domain: 'com.microsoft', attributes: { alpha: { float: 1 } } });
  return gated(g, x, weights, activate);
}

/** GeGLU with the tanh approximation of GELU (same paper; Gemma). */
export function geGlu(g: GraphBuilder, x: Value, weights: GatedFeedForwardWeights): Value {
  return gated(g, x, weights, (z) => g.node('Gelu', [z], { attributes: { approximate: 'tanh' } }));
}

function gated(
  g: GraphBuilder,
  x: Value,
  { gate, up, down }: GatedFeedForwardWeights,
  activate: (z: Value) => Value,
): Value {
  const product = g.node('Mul', [activate(linear(g, x, gate)), linear(g, x, up)]);
  return linear(g, product, down);
}
