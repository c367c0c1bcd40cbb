import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** Rows of the embedding table, times `scale` where the architecture scales them. tokens: [batch, width]. */
export function embedding(g: GraphBuilder, table: Value, tokens: Value, scale?: number): Value {
  const rows = g.node('Gather', [table, tokens], { attributes: { axis: 0 } });
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
