import type { PythonValue } from '../python/python-value.js';
import type { TaskRequest } from '../requests/task-request.js';
import type { TaskRow } from './task-row.js';

/** A document of a task with what the model is to be asked. */
export interface TaskDocument {
  /** Its place in the split, from 0 (with `samples` out of order: see `DocumentOptions`). */
  readonly docId: number;
  /** The row after `process_docs`, columns in feature order. */
  readonly doc: TaskRow;
  /** The right answer: a text, an index of the choices, or a list of right answers. */
  readonly target: PythonValue;
  /** In order; with `repeats: n` in the task's file each stands n times in a row. */
  readonly requests: readonly TaskRequest[];
  /** SHA-256 of the document as Python's `json.dumps(doc, indent=2, ensure_ascii=False)`. */
  readonly docHash: string;
  /** SHA-256 of the first request's prompt. */
  readonly promptHash: string;
  /** SHA-256 of the target as Python's `str` prints it. */
  readonly targetHash: string;
}

/** Which documents of a task are wanted. */
export interface DocumentOptions {
  /** `--limit`: below 1 a share of the documents (rounded up), else how many, from the first on. */
  readonly limit?: number | undefined;
  /**
   * `--samples`: places in the split. They run in ascending order, while `docId` is taken from the list as given, and the
   * few-shot draws are those of the documents that run: the reference harness does so.
   */
  readonly samples?: readonly number[] | undefined;
  /**
   * Leaves out documents that are already answered, by `docId`. Few-shot draws are made for them, too, so that the others
   * get the examples of a full run.
   */
  readonly isWanted?: ((docId: number) => boolean) | undefined;
}
