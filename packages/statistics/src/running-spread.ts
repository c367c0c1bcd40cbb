/** Mean and deviation of numbers that come one by one (B. Welford, Technometrics 4, 1962). */
export class RunningSpread {
  #count = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    this.#count += 1;
    const difference = value - this.#mean;
    this.#mean += difference / this.#count;
    this.#squares += difference * (value - this.#mean);
  }

  get mean(): number {
    return this.#mean;
  }

  /** Of a sample: divided by one less than the count; NaN for fewer than two numbers. */
  get standardDeviation(): number {
    return this.#count < 2 ? Number.NaN : Math.sqrt(this.#squares / (this.#count - 1));
  }
}
