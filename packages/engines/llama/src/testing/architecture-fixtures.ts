import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** The reference's word on a sequence, one entry for each token after the first; behind an encoded context for the first too. */
export interface ReferenceSequence {
  /** What the encoder reads, if there is one. */
  readonly context?: readonly number[];
  readonly tokens: readonly number[];
  /** In nats. */
  readonly logProbabilities: readonly number[];
  /** The most probable token at each place, and how far it is ahead of the next one, in nats. */
  readonly argMax: readonly number[];
  readonly gaps: readonly number[];
}

/** A greedy text of the reference. */
export interface ReferenceText {
  readonly prompt: readonly number[];
  readonly tokens: readonly number[];
  readonly gaps: readonly number[];
}

/** A tiny checkpoint and what its reference implementation computes in float32 (made by bench/architectures). */
export interface ArchitectureFixture {
  readonly name: string;
  /** What of its architecture the checkpoint is there to show. */
  readonly shows: string;
  /** Python module of the reference implementation. */
  readonly reference: string;
  readonly scores: readonly ReferenceSequence[];
  readonly greedy: readonly ReferenceText[];
}

const FOLDER = fileURLToPath(new URL('../../fixtures/architectures', import.meta.url));

/** Names of all fixtures. */
export const ARCHITECTURE_FIXTURES: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
  .toSorted();

/** The reference's word on a checkpoint. */
export function architectureFixture(name: string): ArchitectureFixture {
  // Written by bench/architectures alone.
  return JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')) as ArchitectureFixture;
}

/** The checkpoint as a float32 GGUF in a folder of its own, until disposed of. */
export function unpackCheckpoint(name: string): Disposable & { readonly path: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'understudy-architecture-'));
  const file = path.join(folder, `${name}.gguf`);
  writeFileSync(file, gunzipSync(readFileSync(path.join(FOLDER, `${name}.gguf.gz`))));
  return { path: file, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
