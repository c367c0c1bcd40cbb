import type { SpanInputs } from '../architectures/text-model.js';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** Attention with linear biases. */
export interface Alibi {
  /** Of each head: what a place nearer is worth. */
  readonly slopes: readonly number[];
}

/**
 * Slopes of ALiBi (Press et al. 2021, arXiv:2108.12409): 2^(−m/n), 2^(−2m/n) … for n heads, m being `mostBias` (8 in the paper). Where n
 * is no power of two: those of the next smaller one, then every other of the next larger one.
 */
export function alibiSlopes(heads: number, mostBias = 8): readonly number[] {
  const power = 2 ** Math.floor(Math.log2(heads));
  const slope = (count: number, i: number): number => 2 ** ((-mostBias * (i + 1)) / count);
  const own = Array.from({ length: power }, (_, i) => slope(power, i));
  const between = Array.from({ length: heads - power }, (_, i) => slope(2 * power, 2 * i));
  return [...own, ...between];
}

/**
 * The bias of a span with ALiBi: slope · (place of the column − place of the token), added to what hides strangers. It differs by
 * head, [batch, heads, width, columns], and is the same in all layers: computed once in a pass, which costs a few thousandths of it.
 * Places are those in the sequence, so branches of a tree and tokens of a prefix are as far away as they would be in a plain one.
 */
export function alibiBias(g: GraphBuilder, span: SpanInputs, positions: Value, { slopes }: Alibi): Value {
  const places = g.node('Cast', [positions], { attributes: { to: FLOAT32 } });
  const own = g.node('Unsqueeze', [places, g.integers(1, 3)]);
  const distance = g.node('Sub', [span.columns, own]);
  const weighted = g.node('Mul', [distance, g.floats([1, slopes.length, 1, 1], slopes)]);
  return g.node('Add', [weighted, span.bias]);
}

/** `TensorProto.DataType.FLOAT`. */
const FLOAT32 = 1;
