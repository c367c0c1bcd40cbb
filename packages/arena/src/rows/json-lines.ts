import { linesOf } from './lines.js';
import { parseJsonRow } from './parse-json-row.js';
import type { RowSource } from './row-source.js';
import type { RowBatches } from './source-row.js';

/** One JSON object a line; blank lines do not count. */
export async function* jsonLines(chunks: AsyncIterable<string>, source: RowSource): RowBatches {
  for await (const lines of linesOf(chunks)) {
    const rows = lines.filter(({ text }) => text.trim() !== '');
    yield rows.map(({ number, text }) => parseJsonRow(text, number, source));
  }
}
