/** A set of document numbers, one bit each: a million documents take 125 kB. */
export class DocumentSet {
  #bits = new Uint8Array(1024);
  #size = 0;

  /** Number of documents in the set. */
  get size(): number {
    return this.#size;
  }

  has(docId: number): boolean {
    return ((this.#bits[docId >>> 3] ?? 0) & (1 << (docId & 7))) !== 0;
  }

  /** Adds a document; `docId` is a whole number from 0. */
  add(docId: number): void {
    if (this.has(docId)) return;
    this.#grow(docId >>> 3);
    this.#bits[docId >>> 3]! |= 1 << (docId & 7);
    this.#size += 1;
  }

  #grow(index: number): void {
    if (index < this.#bits.length) return;
    const bits = new Uint8Array(Math.max(index + 1, this.#bits.length * 2));
    bits.set(this.#bits);
    this.#bits = bits;
  }
}
