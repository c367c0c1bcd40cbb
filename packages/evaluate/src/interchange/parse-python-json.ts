import { DataError } from '@understudy/core';

/** A string, which is left alone, or one of the numbers that only Python writes. */
const STRING_OR_NAMED = /"(?:[^"\\]|\\.)*"|-?Infinity|NaN/gs;
const MARK = '$number';

/**
 * Parses JSON as Python writes it, with NaN and Infinity.
 * @param place what is read, for the error, e.g. a file and line
 * @throws DataError `harness-file-malformed`
 */
export function parsePythonJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const marked = text.replace(STRING_OR_NAMED, (token) => (token.startsWith('"') ? token : `{"${MARK}":"${token}"}`));
    if (marked !== text) return parseMarked(marked, place);
    throw malformed(place, error);
  }
}

function parseMarked(text: string, place: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && MARK in value ? Number(value[MARK]) : value,
    ) as unknown;
  } catch (error) {
    throw malformed(place, error);
  }
}

function malformed(place: string, cause: unknown): DataError {
  return new DataError({
    code: 'harness-file-malformed',
    message: `${place} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}.`,
    hint: 'Was the file written to its end? Export or run it again.',
    values: { place },
    cause,
  });
}
