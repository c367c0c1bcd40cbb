/** A row by what it is sorted by: a number, and of equal numbers the document. */
export interface KeyedRow {
  readonly key: number;
  readonly document: number;
}

/** The first `limit` of any number of rows that come in any order, in memory for `limit` of them. A heap: its root is the last row. */
export class FirstRows<Row extends KeyedRow> {
  readonly #limit: number;
  readonly #heap: Row[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The key of the last of the first rows; NaN while there is room. A row with this key or a larger one, of a later document, is not among them. */
  get bound(): number {
    return this.#heap.length < this.#limit ? Number.NaN : this.#heap[0]!.key;
  }

  /** Whether a row of this place would be among the first. */
  accepts(key: number, document: number): boolean {
    if (this.#heap.length < this.#limit) return true;
    const last = this.#heap[0]!;
    return key < last.key || (key === last.key && document < last.document);
  }

  /** Takes a row that `accepts` has let in. */
  add(row: Row): void {
    if (this.#heap.length < this.#limit) this.#rise(row);
    else this.#sink(row);
  }

  /** In ascending order. */
  rows(): readonly Row[] {
    return this.#heap.toSorted((a, b) => (isAfter(a, b) ? 1 : -1));
  }

  #rise(row: Row): void {
    const heap = this.#heap;
    let at = heap.push(row) - 1;
    for (let parent = (at - 1) >> 1; at > 0 && isAfter(row, heap[parent]!); parent = (at - 1) >> 1) {
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = row;
  }

  #sink(row: Row): void {
    const heap = this.#heap;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && isAfter(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isAfter(heap[child]!, row)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = row;
  }
}

/** Whether a row comes after another one. */
export function isAfter(a: KeyedRow, b: KeyedRow): boolean {
  return a.key > b.key || (a.key === b.key && a.document > b.document);
}
