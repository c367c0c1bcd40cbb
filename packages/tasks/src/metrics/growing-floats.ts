/** Numbers that are appended one by one and read as one array: 8 bytes each. */
export class GrowingFloats {
  #values = new Float64Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = new Float64Array(this.#length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length++] = value;
  }

  /** The numbers so far, without a copy; to be read before the next `push`. */
  view(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }
}
