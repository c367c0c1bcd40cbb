const MASK = '[key]';

/** Takes keys out of texts that come from outside: a server may repeat the key it was given in its complaint. */
export class Secrets {
  readonly #values: readonly string[];

  constructor(values: readonly (string | undefined)[]) {
    this.#values = values.filter((value) => value !== undefined && value !== '') as readonly string[];
  }

  mask(text: string): string {
    return this.#values.reduce((masked, value) => masked.replaceAll(value, MASK), text);
  }
}
