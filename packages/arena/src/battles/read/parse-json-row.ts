import { battleFileError } from '../battle-file-error.js';
import type { SourceRow } from './source-row.js';

/** Reads a JSON object that begins at a line. Raises `DataError`. */
export function parseJsonRow(text: string, line: number, path: string): SourceRow {
  const fail = (problem: string, cause?: unknown): never => {
    const hint = 'Each battle is one JSON object: {"model_a": …, "model_b": …, "winner": "model_a"}.';
    throw battleFileError({ code: 'battle-file-malformed', path, line, problem, hint, cause });
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
