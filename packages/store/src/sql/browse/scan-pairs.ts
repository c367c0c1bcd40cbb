import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import { CHUNK_SIZE, unpackBytes, unpackValues } from './chunk-data.js';
import { DOC_HASHES, MARKS, PROMPT_HASHES } from './chunk-tables.js';
import type { DocumentPair } from './document-pair.js';
import { type LeftDocument, pairLeft, type Unpaired } from './pair-left.js';
import { readChunks, readPage, type StoredChunk } from './read-chunks.js';

/** A task in one run, and the column that is compared. */
export interface PairSide {
  readonly runTaskId: number;
  readonly column: number;
}

/** The two sides of a comparison. */
export interface PairSides {
  readonly first: PairSide;
  readonly second: PairSide;
}

/** How the two sides are read: by ascending documents unless backwards. */
export interface PairScan extends PairSides {
  readonly isBackwards?: boolean;
}

/**
 * Pairs the documents of a task in two runs: under the same number where their hashes are equal, and what is left by the hashes alone, for runs
 * over differently ordered or selected rows. `visit` is called for each pair and must not keep it: it is the same object each time. Hashes are
 * read only of chunks that are not equal in both runs, so that two runs over the same rows take no longer than one column of each.
 */
export async function scanPairs(
  db: Kysely<Tables>,
  { isBackwards = false, ...sides }: PairScan,
  visit: (pair: DocumentPair) => void,
): Promise<Unpaired> {
  const [first, second] = [new LoadedSide(sides.first), new LoadedSide(sides.second)];
  const runTaskIds = [sides.first.runTaskId, sides.second.runTaskId];
  const columns = [...new Set([MARKS, sides.first.column, sides.second.column])];
  const selection = { runTaskIds, columns, digests: [DOC_HASHES, PROMPT_HASHES], isBackwards };
  for await (const chunk of readChunks(db, selection)) {
    const differing = differingHashes(chunk, sides);
    const hashes =
      differing.length === 0
        ? chunk
        : (await readPage(db, { runTaskIds, columns: differing, chunks: [chunk.chunk] }))[0]!;
    first.load(chunk, hashes);
    second.load(chunk, hashes);
    pairChunk(first, second, { chunk: chunk.chunk, differing, isBackwards, visit });
  }
  // Which of equal documents find a partner must not hang on where the reading began.
  const inOrder = ({ left }: LoadedSide) => (isBackwards ? left.toReversed() : left);
  return pairLeft(inOrder(first), inOrder(second), visit);
}

/** Where documents differ, prompts are wanted of all of them: they may find their partners in other chunks. */
function differingHashes(chunk: StoredChunk, sides: PairSides): readonly number[] {
  if (isDifferent(chunk, sides, DOC_HASHES)) return [DOC_HASHES, PROMPT_HASHES];
  return isDifferent(chunk, sides, PROMPT_HASHES) ? [PROMPT_HASHES] : [];
}

function isDifferent(chunk: StoredChunk, { first, second }: PairSides, column: number): boolean {
  const digest = chunk.row(first.runTaskId, column)?.digest;
  return digest === undefined || digest === null || digest !== chunk.row(second.runTaskId, column)?.digest;
}

interface ChunkToPair {
  readonly chunk: number;
  /** Columns of hashes that are not equal throughout. */
  readonly differing: readonly number[];
  readonly isBackwards: boolean;
  readonly visit: (pair: DocumentPair) => void;
}

function pairChunk(first: LoadedSide, second: LoadedSide, { chunk, differing, isBackwards, visit }: ChunkToPair): void {
  const pair = { firstDocument: 0, secondDocument: 0, first: 0, second: 0, samePrompt: true };
  const hasEqualDocuments = !differing.includes(DOC_HASHES);
  const hasEqualPrompts = !differing.includes(PROMPT_HASHES);
  const [firstMarks, secondMarks] = [first.marks, second.marks];
  const [firstValues, secondValues] = [first.values, second.values];
  const [from, end, step] = isBackwards ? [CHUNK_SIZE - 1, -1, -1] : [0, CHUNK_SIZE, 1];
  for (let at = from; at !== end; at += step) {
    const [hasFirst, hasSecond] = [firstMarks[at] !== 0, secondMarks[at] !== 0];
    if (hasFirst && hasSecond && (hasEqualDocuments || isEqual(first.documents, second.documents, at))) {
      pair.firstDocument = chunk * CHUNK_SIZE + at;
      pair.secondDocument = pair.firstDocument;
      pair.first = firstValues[at]!;
      pair.second = secondValues[at]!;
      pair.samePrompt = hasEqualPrompts || isEqual(first.prompts, second.prompts, at);
      visit(pair);
      continue;
    }
    if (hasFirst) first.leave(chunk, at);
    if (hasSecond) second.leave(chunk, at);
  }
}

function isEqual(first: Uint32Array, second: Uint32Array, at: number): boolean {
  return first[2 * at] === second[2 * at] && first[2 * at + 1] === second[2 * at + 1];
}

/** The present chunk of one run, unpacked. */
class LoadedSide {
  readonly marks = new Uint8Array(CHUNK_SIZE);
  readonly values = new Float64Array(CHUNK_SIZE);
  /** Two numbers a document; only of chunks where they differ. */
  readonly documents = new Uint32Array(2 * CHUNK_SIZE);
  readonly prompts = new Uint32Array(2 * CHUNK_SIZE);
  /** Documents that found no partner under their number. */
  readonly left: LeftDocument[] = [];
  readonly #side: PairSide;

  constructor(side: PairSide) {
    this.#side = side;
  }

  load(chunk: StoredChunk, hashes: StoredChunk): void {
    const { runTaskId, column } = this.#side;
    unpackBytes(chunk.data(runTaskId, MARKS), this.marks);
    unpackValues(chunk.row(runTaskId, column), this.values);
    unpackBytes(hashes.data(runTaskId, DOC_HASHES), this.documents);
    unpackBytes(hashes.data(runTaskId, PROMPT_HASHES), this.prompts);
  }

  leave(chunk: number, at: number): void {
    this.left.push({
      document: chunk * CHUNK_SIZE + at,
      value: this.values[at]!,
      hash: hashText(this.documents, at),
      prompt: hashText(this.prompts, at),
    });
  }
}

function hashText(hashes: Uint32Array, at: number): string {
  return `${hashes[2 * at]} ${hashes[2 * at + 1]}`;
}
