import type { RowSource } from './row-source.js';
import type { SourceRow } from './source-row.js';

/** Reads a JSON object that begins at a line. Raises what the source makes of a problem. */
export function parseJsonRow(text: string, line: number, source: RowSource): SourceRow {
  const fail = (problem: string, cause?: unknown): never => {
    throw source.malformed({ form: 'object', line, problem, cause });
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('this is no JSON object');
  return { line, namesLine: line, fields: value as Readonly<Record<string, unknown>> };
}
