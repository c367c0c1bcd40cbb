import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { rotaryEmbedding, type RotaryInputs } from './rotary-embedding.js';

/** Heads of two halves with `length` elements each. */
export interface HalfHeads {
  readonly heads: number;
  readonly length: number;
}

/** By what the halves are rotated: int64 [batch, width] each. */
export interface TwoPlaces {
  readonly first: Value;
  readonly second: Value;
}

/** Rotary embedding in two dimensions (GLM): each half of a head by a place of its own. x: [batch, width, heads · 2 · length]. */
export function rotateHalfHeads(
  g: GraphBuilder,
  x: Value,
  { heads, length }: HalfHeads,
  { first, second, ...angles }: RotaryInputs & TwoPlaces,
): Value {
  const byHead = g.node('Reshape', [x, g.integers(0, 0, heads, 2 * length)]);
  const halves = g.nodes('Split', [byHead], 2, { attributes: { axis: 3, num_outputs: 2 } });
  const [a, b] = halves.map((half, i) => {
    const flat = g.node('Reshape', [half, g.integers(0, 0, heads * length)]);
    const positions = i === 0 ? first : second;
    const rotated = rotaryEmbedding(g, flat, { heads, pairs: 'halves', dimensions: length }, { ...angles, positions });
    return g.node('Reshape', [rotated, g.integers(0, 0, heads, length)]);
  });
  const whole = g.node('Concat', [a, b], { attributes: { axis: 3 } });
  return g.node('Reshape', [whole, g.integers(0, 0, heads * 2 * length)]);
}
