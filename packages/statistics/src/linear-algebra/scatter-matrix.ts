/** Σ v·vᵀ over vectors that are mostly 0. A vector is made entry by entry; only its entries that were named cost anything. */
export class ScatterMatrix {
  readonly #n: number;
  /** Each pair of entries once, on either side of the diagonal. */
  readonly #sums: Float64Array;
  readonly #vector: Float64Array;
  readonly #named: Int32Array;
  readonly #isNamed: Uint8Array;
  #count = 0;

  constructor(n: number) {
    this.#n = n;
    this.#sums = new Float64Array(n * n);
    this.#vector = new Float64Array(n);
    this.#named = new Int32Array(n);
    this.#isNamed = new Uint8Array(n);
  }

  /** Adds to an entry of the vector at hand. */
  add(at: number, value: number): void {
    if (this.#isNamed[at] === 0) {
      this.#isNamed[at] = 1;
      this.#named[this.#count++] = at;
    }
    this.#vector[at]! += value;
  }

  /** Adds the vector's square to the sum and begins the next one. */
  endVector(): void {
    const sums = this.#sums;
    const vector = this.#vector;
    const named = this.#named.subarray(0, this.#count);
    for (let row = 0; row < named.length; row += 1) {
      const start = named[row]! * this.#n;
      const value = vector[named[row]!]!;
      for (let column = 0; column <= row; column += 1) sums[start + named[column]!]! += value * vector[named[column]!]!;
    }
    for (const at of named) {
      vector[at] = 0;
      this.#isNamed[at] = 0;
    }
    this.#count = 0;
  }

  /** `factor` times the sum over all ended vectors, row-major n×n. */
  scaled(factor: number): Float64Array {
    const n = this.#n;
    const matrix = new Float64Array(n * n);
    for (let row = 0; row < n; row += 1) {
      for (let column = 0; column < row; column += 1) {
        const value = factor * (this.#sums[row * n + column]! + this.#sums[column * n + row]!);
        matrix[row * n + column] = value;
        matrix[column * n + row] = value;
      }
      matrix[row * n + row] = factor * this.#sums[row * n + row]!;
    }
    return matrix;
  }
}
