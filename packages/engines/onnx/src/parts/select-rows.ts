import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** The given rows of [batch, width, length], counted over batch and width together: [rows, length]. */
export function selectRows(g: GraphBuilder, x: Value, rows: Value): Value {
  const flat = g.node('Flatten', [x], { attributes: { axis: 2 } });
  return g.node('Gather', [flat, rows], { attributes: { axis: 0 } });
}
