import { BugError } from '@understudy/core';
import type { SpanInputs } from '../architectures/text-model.js';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/**
 * Positions as a bias of the attention scores by head: [batch, heads, width, columns], what hides strangers (`span.bias`) included. It is
 * the same in all layers of a span and computed once in a pass. Places are those in the sequence, so that branches of a tree and
 * tokens of a prefix are as far away as they would be in a plain one.
 */
export type PositionBias = (g: GraphBuilder, span: SpanInputs, positions: Value) => Value;

/** Positions, int64 [batch, width], beside columns: float32 [batch, 1, width, 1]. */
export function placesOf(g: GraphBuilder, positions: Value): Value {
  const places = g.node('Cast', [positions], { attributes: { to: FLOAT32 } });
  return g.node('Unsqueeze', [places, g.integers(1, 3)]);
}

/** Places of a span's columns: float32 [batch, 1, 1, columns]. */
export function columnsOf({ columns }: SpanInputs): Value {
  if (columns === undefined) {
    throw new BugError({ code: 'span-columns', message: 'A span has no places of its columns.' });
  }
  return columns;
}

/** Of `TensorProto.DataType`. */
const FLOAT32 = 1;
