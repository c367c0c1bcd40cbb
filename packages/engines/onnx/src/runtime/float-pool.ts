/**
 * Memory for large arrays that follow each other: a growing prefix is copied into a longer one at each chunk. Two sets of arrays,
 * each with room for the last of them, take turns; collecting old ones would be left to chance.
 */
export class FloatPool {
  #free: ArrayBufferLike[] = [];

  /** An array of any content, in memory for `capacity` numbers. */
  take(length: number, capacity: number): Float32Array {
    const fitting = this.#free.findIndex(({ byteLength }) => byteLength >= 4 * length);
    const [found] = fitting < 0 ? [] : this.#free.splice(fitting, 1);
    return new Float32Array(found ?? new ArrayBuffer(4 * Math.max(length, capacity)), 0, length);
  }

  /** Gives arrays back that nobody reads any more; those given before and not taken are forgotten. */
  give(arrays: readonly Float32Array[]): void {
    this.#free = arrays.map(({ buffer }) => buffer);
  }
}
