import { readFile } from 'node:fs/promises';
import type { ReferenceRow } from './score-fixture.js';

/** `[tokens, context tokens, continuation tokens]` of one request with one tokenizer. */
export type TokenEntry = readonly [string, number, number];

/** One document request by request: `[text, tokens of the first tokenizer, …]`. */
export interface FirstDocument {
  readonly doc: string;
  readonly target: string;
  /** Positions drawn from the few-shot pool, one more than the shots where the harness draws one more; empty for `first_n`. */
  readonly draw: readonly number[];
  readonly requests: readonly (readonly [string, ...TokenEntry[]])[];
}

/**
 * Digests over a run of documents: docs, targets, draws, texts, then tokens, one for each tokenizer.
 * In `digests` they are whole, in `blocks` shortened.
 */
export type DigestColumns = readonly [string, string, string, string, ...string[]];

/** All requests of one leaf task. */
export interface TaskRequests {
  readonly task: string;
  readonly version: string | number;
  readonly documents: number;
  readonly requests: number;
  /** `[context tokens, continuation tokens]` by tokenizer. */
  readonly tokens: Readonly<Record<string, readonly [number, number]>>;
  readonly digests: DigestColumns;
  readonly blocks: readonly DigestColumns[];
  readonly first: readonly FirstDocument[];
  readonly generation?: Readonly<Record<string, unknown>>;
}

/** Every request of a row on all documents of its tasks, without weights: `bench/parity/fixtures/requests/<row>.json`. */
export interface RequestFixture {
  readonly format: 1;
  readonly reference: Readonly<Record<string, string>>;
  readonly row: Omit<ReferenceRow, 'limit' | 'max_length'>;
  /** SHA-256 of the GGUF by model name; the order is that of the token columns. */
  readonly tokenizers: Readonly<Record<string, string>>;
  /** Documents a block. */
  readonly block: number;
  readonly tasks: readonly TaskRequests[];
}

/** Reads a fixture; throws when it has another format. */
export async function readRequestFixture(path: string): Promise<RequestFixture> {
  // The file is written by record_requests.py of this repository; its shape is fixed by `format`.
  const fixture = JSON.parse(await readFile(path, 'utf8')) as RequestFixture;
  if (fixture.format !== 1) throw new Error(`${path}: fixture format ${String(fixture.format)}, expected 1`);
  return fixture;
}
