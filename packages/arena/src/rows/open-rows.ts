import type { RowSource } from './row-source.js';
import { csvRows } from './csv-rows.js';
import { jsonLines } from './json-lines.js';
import { jsonList } from './json-list.js';
import type { RowBatches } from './source-row.js';
import { textChunks } from './text-chunks.js';
import type { OnProgress } from '@understudy/core';

/**
 * The rows of a file of JSON lines, of a JSON list, or of CSV, in the format that its first sign says, where its name does not: `[` begins a
 * list, `{` JSON lines, anything else CSV. Read as a stream, `.gz` decompressed. An empty file has no rows.
 */
export async function openRows(source: RowSource, onProgress?: OnProgress): Promise<RowBatches> {
  const chunks = textChunks(source, onProgress);
  let head = '';
  while (head.trim() === '') {
    const { done, value } = await chunks.next();
    if (done === true) return noRows();
    head += value;
  }
  const text = withHead(head, chunks);
  const name = source.path.toLowerCase().replace(/\.gz$/, '');
  const sign = head.trimStart()[0];
  if (/\.[ct]sv$/.test(name)) return csvRows(text, source);
  if (sign === '[') return jsonList(text, source);
  if (sign === '{' || /\.(jsonl|ndjson|json)$/.test(name)) return jsonLines(text, source);
  return csvRows(text, source);
}

async function* noRows(): RowBatches {}

async function* withHead(head: string, chunks: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* chunks;
}
