import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** Logit soft-cap: cap · tanh(x / cap) (Gemma 2). */
export function softCap(g: GraphBuilder, x: Value, cap: number): Value {
  return g.node('Mul', [g.node('Tanh', [g.node('Div', [x, g.scalar(cap)])]), g.scalar(cap)]);
}
