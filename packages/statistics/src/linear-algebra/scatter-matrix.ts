/** Σ v·vᵀ over vectors that are mostly 0. A vector is made entry by entry; only its entries that were named cost anything. */
export class ScatterMatrix {
  /** The sum over all ended vectors, row-major n×n. */
  readonly matrix: Float64Array;
  readonly #n: number;
  readonly #vector: Float64Array;
  readonly #named: Int32Array;
  readonly #isNamed: Uint8Array;
  #count = 0;

  constructor(n: number) {
    this.#n = n;
    this.matrix = new Float64Array(n * n);
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

  /** Adds the vector's square to the matrix and begins the next one. */
  endVector(): void {
    for (let row = 0; row < this.#count; row += 1) {
      const from = this.#named[row]!;
      for (let column = 0; column < this.#count; column += 1) {
        const to = this.#named[column]!;
        this.matrix[from * this.#n + to]! += this.#vector[from]! * this.#vector[to]!;
      }
    }
    for (let at = 0; at < this.#count; at += 1) {
      this.#vector[this.#named[at]!] = 0;
      this.#isNamed[this.#named[at]!] = 0;
    }
    this.#count = 0;
  }
}
