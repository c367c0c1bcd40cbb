import { checkpointError } from '../checkpoint-error.js';
import { HARMLESS_KEYS } from './harmless-keys.js';

/**
 * The values of a `config.json`, each asked for by name and type. It remembers what was read, so that nothing which might change the
 * computation is left out. A default is that of the model's class in transformers.
 */
export class Config {
  readonly path: string;
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #read = new Set<string>();
  #refusal: string | undefined;

  /** Throws `DataError` `checkpoint-config` when the JSON is no object. */
  constructor(json: unknown, path: string) {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      throw checkpointError({ code: 'checkpoint-config', path, problem: 'it is no JSON object.' });
    }
    // An object's values by name.
    this.#values = json as Readonly<Record<string, unknown>>;
    this.path = path;
  }

  /** Why the model cannot be computed, if something was found. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  /** Says that something of the model is not understood: "its rotary scaling is 'yarn'". */
  refuse(reason: string): void {
    this.#refusal ??= reason;
  }

  number(key: string, fallback?: number): number {
    return this.optionalNumber(key) ?? fallback ?? this.#missing(key);
  }

  optionalNumber(key: string): number | undefined {
    return this.#optional(key, 'a number', (value) => (typeof value === 'number' ? value : undefined));
  }

  /** A number that goes by several names; refuses a file in which they differ. */
  numberOf(keys: readonly string[], fallback?: number): number {
    const values = keys.map((key) => this.optionalNumber(key)).filter((value) => value !== undefined);
    if (new Set(values).size > 1) this.refuse(`its ${keys.join(' and ')} differ`);
    return values[0] ?? fallback ?? this.#missing(keys[0] ?? '');
  }

  boolean(key: string, fallback: boolean): boolean {
    return (
      this.#optional(key, 'true or false', (value) => (typeof value === 'boolean' ? value : undefined)) ?? fallback
    );
  }

  optionalString(key: string): string | undefined {
    return this.#optional(key, 'a text', (value) => (typeof value === 'string' ? value : undefined));
  }

  string(key: string): string {
    return this.optionalString(key) ?? this.#missing(key);
  }

  /** A list of texts. */
  strings(key: string): readonly string[] | undefined {
    return this.#optional(key, 'a list of texts', (value) =>
      Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined,
    );
  }

  /** An object inside, with its own keys. Ask `unread` of it too. */
  section(key: string): Config | undefined {
    const value = this.#optional(key, 'an object', (found) =>
      typeof found === 'object' && found !== null && !Array.isArray(found) ? found : undefined,
    );
    return value === undefined ? undefined : new Config(value, this.path);
  }

  /** Says that keys are known and have no effect on this model. */
  ignore(...keys: readonly string[]): void {
    keys.forEach((key) => this.#read.add(key));
  }

  /** Keys that nothing has read and that say something: null, zero, `false` or an empty list switch nothing on. */
  unread(): readonly string[] {
    return Object.keys(this.#values).filter(
      (key) => !this.#read.has(key) && !HARMLESS_KEYS.has(key) && saysSomething(this.#values[key]),
    );
  }

  #optional<T>(key: string, expected: string, read: (value: unknown) => T | undefined): T | undefined {
    this.#read.add(key);
    const value = this.#values[key];
    if (value === undefined || value === null) return undefined;
    return read(value) ?? this.#mistyped(key, expected, value);
  }

  #missing(key: string): never {
    throw checkpointError({
      code: 'checkpoint-config',
      path: this.path,
      problem: `it lacks ${key}.`,
      hint: 'Save the checkpoint again with transformers, which writes every size.',
      values: { key },
    });
  }

  #mistyped(key: string, expected: string, value: unknown): never {
    throw checkpointError({
      code: 'checkpoint-config',
      path: this.path,
      problem: `${key} should be ${expected}, and is ${JSON.stringify(value)?.slice(0, 80)}.`,
      values: { key },
    });
  }
}

function saysSomething(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}
