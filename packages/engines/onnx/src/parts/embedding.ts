import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { widened } from './widened.js';

/** Rows of the embedding table, of whatever precision, times `scale` where the architecture scales them. tokens: [batch, width]. */
export function embedding(g: GraphBuilder, table: Value, tokens: Value, scale?: number): Value {
  const stored = g.node('Gather', [table, tokens], { attributes: { axis: 0 }, type: table.type });
  const rows = table.type === 'float32' ? stored : widened(g, stored);
  return scale === undefined ? rows : g.node('Mul', [rows, g.scalar(scale)]);
}

/** Rows of the embedding table plus those of a table of positions. */
export function positionedEmbedding(
  g: GraphBuilder,
  { tokens, positions }: { readonly tokens: Value; readonly positions: Value },
  tables: { readonly tokens: Value; readonly positions: Value },
): Value {
  return g.node('Add', [embedding(g, tables.tokens, tokens), embedding(g, tables.positions, positions)]);
}
