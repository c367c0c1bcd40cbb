import type { Cursor } from '../../browse/cursor.js';
import { FirstRows, isAfter, type KeyedRow } from './first-rows.js';
import type { FittingSamples } from './fitting-samples.js';
import type { FoundRows } from './page-of.js';
import type { StoredChunk } from './read-chunks.js';

/** A sample's place in the order of a query. */
export type SamplePosition = Pick<Cursor, 'document' | 'key'>;

/**
 * Counts the samples that fit, and keeps those nearest to the cursor on its side. A page before a row is one behind it in the reversed order:
 * with the signs of keys and documents turned, and chunks read from the last one.
 */
export class SampleScan {
  readonly #fitting: FittingSamples;
  readonly #limit: number;
  readonly #cursor: Cursor | undefined;
  readonly #sign: 1 | -1;
  readonly #valued: FirstRows<KeyedRow>;
  readonly #valueless: number[] = [];
  #total = 0;
  #passed = 0;

  constructor(
    fitting: FittingSamples,
    { limit, cursor }: { readonly limit: number; readonly cursor: Cursor | undefined },
  ) {
    this.#fitting = fitting;
    this.#limit = limit;
    this.#cursor = cursor;
    this.#sign = cursor?.side === 'before' ? -1 : 1;
    this.#valued = new FirstRows(limit);
  }

  /** Chunks come by ascending documents, for a page before a row by descending ones. */
  add(chunk: StoredChunk): void {
    const sign = this.#sign;
    const floor = this.#floor();
    let [total, passed] = [0, 0];
    let bound = this.#valued.bound;
    const visit = (document: number, ownKey: number): void => {
      total += 1;
      const key = sign * ownKey;
      // Of equal keys the one that comes later is no better.
      if (key >= bound) return;
      const isPassed =
        key < floor || (Number.isNaN(key) ? !this.#offerValueless(document) : !this.#offer(sign * document, key));
      passed += Number(isPassed);
      bound = this.#valued.bound;
    };
    this.#fitting.visit(chunk, { isBackwards: sign === -1 }, visit);
    this.#total += total;
    this.#passed += passed;
  }

  /** What was found: samples with a value by key and then those without by document, or the other way round. */
  found(): FoundRows<SamplePosition> {
    const sign = this.#sign;
    const valued = this.#valued
      .rows()
      .map(({ key, document }) => ({ document: sign * document, key: this.#fitting.valueOf(sign * key) }));
    const valueless = this.#valueless.map((document) => ({ document, key: undefined }));
    const rows = sign === 1 ? [...valued, ...valueless] : [...valueless, ...valued];
    return { rows: rows.slice(0, this.#limit), passed: this.#passed, total: this.#total };
  }

  #floor(): number {
    return this.#sign * this.#fitting.keyOf(this.#cursor?.key ?? Number.NaN);
  }

  /** False for a sample that the cursor has passed. */
  #offer(document: number, key: number): boolean {
    const cursor = this.#cursor;
    if (cursor !== undefined) {
      if (cursor.key === undefined && cursor.side === 'behind') return false;
      const place = { document: this.#sign * cursor.document, key: this.#floor() };
      if (cursor.key !== undefined && !isAfter({ document, key }, place)) return false;
    }
    this.#valued.add({ document, key });
    return true;
  }

  /** False for a sample that the cursor has passed. */
  #offerValueless(document: number): boolean {
    if (this.#valueless.length >= this.#limit) return true;
    const cursor = this.#cursor;
    if (cursor !== undefined) {
      if (cursor.key === undefined && this.#sign * (document - cursor.document) <= 0) return false;
      if (cursor.key !== undefined && cursor.side === 'before') return false;
    }
    this.#valueless.push(document);
    return true;
  }
}
