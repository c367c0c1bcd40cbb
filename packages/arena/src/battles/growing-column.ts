import { MISSING, type CodedColumn } from './coded-column.js';

const INITIAL_ROWS = 1024;

/** A number column that grows. */
export class GrowingNumbers<Numbers extends Int32Array | Uint8Array | Float64Array> {
  readonly #make: (length: number) => Numbers;
  #numbers: Numbers;
  #length = 0;

  constructor(make: (length: number) => Numbers) {
    this.#make = make;
    this.#numbers = make(INITIAL_ROWS);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = this.#make(2 * this.#length);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  /** The numbers pushed so far. */
  take(): Numbers {
    // `subarray` gives the kind of array that it is called on.
    return this.#numbers.subarray(0, this.#length) as Numbers;
  }
}

/** A text column that grows. */
export class GrowingTexts {
  readonly #codes = new GrowingNumbers((length) => new Int32Array(length));
  readonly #codeOf: Map<string, number>;
  readonly #values: string[];

  /** `vocabulary` is shared by columns that have the same values, as those of two models. */
  constructor(vocabulary: Vocabulary = new Vocabulary()) {
    this.#codeOf = vocabulary.codeOf;
    this.#values = vocabulary.values;
  }

  push(text: string | undefined): void {
    this.#codes.push(text === undefined ? MISSING : this.#code(text));
  }

  take(): CodedColumn {
    return { values: this.#values, codes: this.#codes.take() };
  }

  #code(text: string): number {
    const known = this.#codeOf.get(text);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#codeOf.set(text, code);
    this.#values.push(text);
    return code;
  }
}

/** Texts and their codes, in the order in which they were met. */
export class Vocabulary {
  readonly codeOf = new Map<string, number>();
  readonly values: string[] = [];
}
