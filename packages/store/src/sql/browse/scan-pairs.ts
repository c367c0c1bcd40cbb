import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import { CHUNK_SIZE, unpackBytes, unpackValues, type Width } from './chunk-data.js';
import { DOC_HASHES, MARKS, PROMPT_HASHES } from './chunk-tables.js';
import { readChunks, type StoredChunk } from './read-chunks.js';

/** A task in one run, and the column that is compared. */
export interface PairSide {
  readonly runTaskId: number;
  readonly column: number;
}

/** A document of two runs. The values are NaN where a sample has none. */
export interface DocumentPair {
  readonly firstDocument: number;
  readonly secondDocument: number;
  readonly first: number;
  readonly second: number;
  readonly samePrompt: boolean;
}

/** Documents of one run only. */
export interface Unpaired {
  readonly onlyInFirst: number;
  readonly onlyInSecond: number;
}

/**
 * Pairs the documents of a task in two runs: under the same number where their hashes are equal, and what is left by the hashes alone, for runs over
 * differently ordered or selected rows. `visit` is called for each pair and must not keep it: it is the same object each time.
 */
export async function scanPairs(
  db: Kysely<Tables>,
  { first, second }: { readonly first: PairSide; readonly second: PairSide },
  visit: (pair: DocumentPair) => void,
): Promise<Unpaired> {
  const pair = { firstDocument: 0, secondDocument: 0, first: 0, second: 0, samePrompt: false };
  const [one, other] = [new Side(first), new Side(second)];
  const columns = [...new Set([MARKS, DOC_HASHES, PROMPT_HASHES, first.column, second.column])];
  const runTaskIds = [first.runTaskId, second.runTaskId];
  for await (const chunk of readChunks(db, { runTaskIds, columns })) {
    one.load(chunk);
    other.load(chunk);
    for (let at = 0; at < CHUNK_SIZE; at += 1) {
      const [hasFirst, hasSecond] = [one.marks[at] !== 0, other.marks[at] !== 0];
      if (hasFirst && hasSecond && isEqual(one.documents, other.documents, at)) {
        pair.firstDocument = chunk.chunk * CHUNK_SIZE + at;
        pair.secondDocument = pair.firstDocument;
        pair.first = one.values[at]!;
        pair.second = other.values[at]!;
        pair.samePrompt = isEqual(one.prompts, other.prompts, at);
        visit(pair);
        continue;
      }
      if (hasFirst) one.leave(chunk, at);
      if (hasSecond) other.leave(chunk, at);
    }
  }
  return pairLeft(one.left, other.left, visit);
}

/** What is kept of a document that found no partner under its number. */
interface LeftDocument {
  readonly document: number;
  readonly value: number;
  readonly hash: string;
  readonly prompt: string;
}

/** The present chunk of one run, unpacked. */
class Side {
  readonly marks = new Uint8Array(CHUNK_SIZE);
  readonly documents = new Uint32Array(2 * CHUNK_SIZE);
  readonly prompts = new Uint32Array(2 * CHUNK_SIZE);
  readonly values = new Float64Array(CHUNK_SIZE);
  readonly left: LeftDocument[] = [];
  readonly #side: PairSide;

  constructor(side: PairSide) {
    this.#side = side;
  }

  load(chunk: StoredChunk): void {
    const { runTaskId, column } = this.#side;
    const dataOf = (number: number): Uint8Array => chunk.row(runTaskId, number)?.data ?? new Uint8Array();
    unpackBytes(dataOf(MARKS), this.marks);
    unpackBytes(dataOf(DOC_HASHES), this.documents);
    unpackBytes(dataOf(PROMPT_HASHES), this.prompts);
    // `packValues` wrote the width.
    const width = (chunk.row(runTaskId, column)?.width ?? 1) as Width;
    unpackValues({ width, data: dataOf(column) }, this.values);
  }

  leave({ chunk }: StoredChunk, at: number): void {
    this.left.push({
      document: chunk * CHUNK_SIZE + at,
      value: this.values[at]!,
      hash: hashText(this.documents, at),
      prompt: hashText(this.prompts, at),
    });
  }
}

function isEqual(first: Uint32Array, second: Uint32Array, at: number): boolean {
  return first[2 * at] === second[2 * at] && first[2 * at + 1] === second[2 * at + 1];
}

function hashText(hashes: Uint32Array, at: number): string {
  return `${hashes[2 * at]} ${hashes[2 * at + 1]}`;
}

function pairLeft(
  firsts: readonly LeftDocument[],
  seconds: readonly LeftDocument[],
  visit: (pair: DocumentPair) => void,
): Unpaired {
  const partners = new Map(seconds.map((second) => [second.hash, second]));
  let paired = 0;
  for (const first of firsts) {
    const second = partners.get(first.hash);
    if (second === undefined) continue;
    partners.delete(first.hash);
    paired += 1;
    visit({
      firstDocument: first.document,
      secondDocument: second.document,
      first: first.value,
      second: second.value,
      samePrompt: first.prompt === second.prompt,
    });
  }
  return { onlyInFirst: firsts.length - paired, onlyInSecond: seconds.length - paired };
}
