/** The tables behind `SampleBrowser`. */
export interface BrowseTables {
  readonly sample_columns: SampleColumnsTable;
  readonly sample_chunks: SampleChunksTable;
}

/** The columns that a task's samples have. */
export interface SampleColumnsTable {
  run_task_id: number;
  /** From `FIRST_VALUES` on, in the order they appeared. */
  number: number;
  name: string;
  kind: string;
}

/**
 * What samples are sorted and filtered by, once more and apart from them: a column's values of `CHUNK_SIZE` consecutive documents in one row, so that
 * a million of them are read in some milliseconds. Written in the transaction that writes the samples.
 */
export interface SampleChunksTable {
  run_task_id: number;
  /** `MARKS`, `DOC_HASHES`, `PROMPT_HASHES`, or a number of `sample_columns`. */
  column_number: number;
  /** Number of the first document divided by `CHUNK_SIZE`. */
  chunk: number;
  /** Documents that have a value. */
  count: number;
  least: number | null;
  largest: number | null;
  /** 1 when all values are 0 or 1. */
  is_binary: number;
  /** Bytes a document. */
  width: number;
  /** Of the data of hashes, so that equal chunks of two runs are known without reading them. */
  digest: string | null;
  data: Uint8Array;
}

/** A byte a document: the bits of `sample-marks.ts`, and `STORED`. */
export const MARKS = 0;
/** Eight bytes of the document's hash: its four parts of eight bytes, xor. Two of a million documents have the same by chance once in 10⁷ times. */
export const DOC_HASHES = 1;
/** Likewise of the prompt's hash. */
export const PROMPT_HASHES = 2;
/** The first number of a column with values. */
export const FIRST_VALUES = 3;

/** The bit of a document that has a sample. */
export const STORED = 128;
