import { ggufError } from './gguf-error.js';
import type { MetadataValue } from './metadata.js';
import type { GgufModel } from './read-model.js';

/** Typed access to metadata. A value of another type than asked for is `gguf-metadata`, as is a missing one without a default. */
export class MetadataReader {
  readonly #model: GgufModel;

  constructor(model: GgufModel) {
    this.#model = model;
  }

  optionalNumber(key: string): number | undefined {
    const value = this.#model.metadata.get(key);
    if (value === undefined || typeof value === 'number') {
      return value;
    }
    throw this.#error(key, 'a number', value);
  }

  optionalString(key: string): string | undefined {
    const value = this.#model.metadata.get(key);
    if (value === undefined || typeof value === 'string') {
      return value;
    }
    throw this.#error(key, 'a string', value);
  }

  optionalBoolean(key: string): boolean | undefined {
    const value = this.#model.metadata.get(key);
    if (value === undefined || typeof value === 'boolean') {
      return value;
    }
    throw this.#error(key, 'true or false', value);
  }

  number(key: string): number {
    return this.optionalNumber(key) ?? this.#missing(key);
  }

  string(key: string): string {
    return this.optionalString(key) ?? this.#missing(key);
  }

  /** A value per layer: an array as it stands, a single number for all of them. */
  numbersPerLayer(key: string, layers: number): readonly number[] | undefined {
    const value = this.#model.metadata.get(key);
    if (value === undefined || typeof value === 'number') {
      return value === undefined ? undefined : Array.from({ length: layers }, () => value);
    }
    const values = typeof value === 'object' && value.length === layers ? value.values() : [];
    const numbers = values.filter((element) => typeof element === 'number');
    if (numbers.length !== layers) {
      throw this.#error(key, `a number, or one for each of the ${layers} layers`, value);
    }
    return numbers;
  }

  #missing(key: string): never {
    throw ggufError({
      code: 'gguf-metadata',
      path: this.#model.paths[0],
      problem: `its metadata lacks ${key}.`,
      values: { key },
    });
  }

  #error(key: string, expected: string, value: MetadataValue) {
    const found = typeof value === 'object' ? `${value.length} × ${value.elementType}` : JSON.stringify(String(value));
    return ggufError({
      code: 'gguf-metadata',
      path: this.#model.paths[0],
      problem: `${key} should be ${expected}, and is ${found.slice(0, 80)}.`,
      values: { key },
    });
  }
}
