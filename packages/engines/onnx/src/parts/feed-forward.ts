import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { activation, type Activation } from './activation.js';
import { linear, type LinearWeights } from './linear.js';

/** The matrices of a feed-forward network; with a gate it is a gated one. */
export interface FeedForwardWeights {
  readonly gate?: LinearWeights | undefined;
  readonly up: LinearWeights;
  readonly down: LinearWeights;
}

/**
 * down(φ(up(x))), or with a gate down(φ(gate(x)) ∘ up(x)): SwiGLU where φ is SiLU, GeGLU where it is GELU (Shazeer 2020,
 * arXiv:2002.05202).
 */
export function feedForward(
  g: GraphBuilder,
  x: Value,
  { gate, up, down }: FeedForwardWeights,
  kind: Activation,
): Value {
  if (gate === undefined) {
    return linear(g, activation(g, linear(g, x, up), kind), down);
  }
  const product = g.node('Mul', [activation(g, linear(g, x, gate), kind), linear(g, x, up)]);
  return linear(g, product, down);
}
