import { DataError } from '@understudy/core';

interface DataFileProblem {
  /** `parquet-malformed`, `json-malformed`, `csv-malformed`, `columns-differ`. */
  readonly code: string;
  readonly path: string;
  /** Counted from one. */
  readonly line?: number | undefined;
  /** What is wrong, as the end of a sentence. */
  readonly problem: string;
  readonly cause?: unknown;
}

/** The error to raise for a data file that is not what it should be. */
export function dataFileError({ code, path, line, problem, cause }: DataFileProblem): DataError {
  const place = line === undefined ? path : `${path}:${line}`;
  return new DataError({
    code,
    message: `Could not read rows from ${place}: ${problem}.`,
    hint: 'If the file was downloaded, remove it and run again to fetch it anew; else mend or replace it.',
    values: { path, line },
    cause,
  });
}
