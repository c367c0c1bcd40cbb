/** What is wrong with a file of rows, as the end of a sentence. */
export interface RowProblem {
  /** What was being read: text, a line or list of comma-separated values, one JSON object, a list of them. */
  readonly form: 'text' | 'csv' | 'object' | 'list';
  /** Counted from one. */
  readonly line?: number | undefined;
  readonly problem: string;
  readonly cause?: unknown;
}

/** A file of rows, and how to tell of what is wrong with it. */
export interface RowSource {
  /** `-` is the standard input. */
  readonly path: string;
  /** The file's text, where it came by another way; `path` then only names it. */
  readonly text?: string | undefined;
  readonly malformed: (problem: RowProblem) => Error;
  /** For a file that cannot be read at all. */
  readonly unreadable: (reason: string, cause: unknown) => Error;
}
