import { defined, TemplateFailure, typeName, type NamedArguments, type TemplateValue } from './values.js';

/** Reads the arguments of a method or filter by position or name. */
export class Arguments {
  readonly #what: string;
  readonly #positional: readonly TemplateValue[];
  readonly #named: NamedArguments;

  constructor(what: string, positional: readonly TemplateValue[], named: NamedArguments) {
    this.#what = what;
    this.#positional = positional;
    this.#named = named;
  }

  /** Undefined where the argument is not given. */
  optional(index: number, name: string): TemplateValue | undefined {
    return this.#positional[index] ?? this.#named.get(name);
  }

  /** An argument that is only given by its name. */
  named(name: string): TemplateValue | undefined {
    return this.#named.get(name);
  }

  value(index: number, name: string): TemplateValue {
    const value = this.#positional.length > index ? this.#positional[index] : this.#named.get(name);
    if (value === undefined) throw new TemplateFailure(`${this.#what} needs an argument ${name}`);
    return value;
  }

  text(index: number, name: string, fallback?: string): string {
    const value = this.#given(index, name) ? this.value(index, name) : (fallback ?? this.value(index, name));
    const known = defined(value);
    if (typeof known === 'string') return known;
    throw new TemplateFailure(`${this.#what}: ${name} must be a text, not a ${typeName(known)}`);
  }

  integer(index: number, name: string, fallback?: number): number {
    const value = this.#given(index, name) ? this.value(index, name) : (fallback ?? this.value(index, name));
    const known = defined(value);
    if (typeof known === 'number' && Number.isInteger(known)) return known;
    throw new TemplateFailure(`${this.#what}: ${name} must be a whole number, not a ${typeName(known)}`);
  }

  /** All positional arguments from an index on. */
  rest(index: number): readonly TemplateValue[] {
    return this.#positional.slice(index);
  }

  #given(index: number, name: string): boolean {
    return this.#positional.length > index || this.#named.has(name);
  }
}
