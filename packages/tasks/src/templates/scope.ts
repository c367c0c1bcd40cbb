import { Missing, type TemplateDict, type TemplateValue } from './values.js';

/** Names and their values during one rendering; a loop opens a scope of its own, as in Jinja2. */
export class Scope {
  readonly #own = new Map<string, TemplateValue>();
  readonly #outer: Scope | ((name: string) => TemplateValue | undefined);

  constructor(outer: Scope | ((name: string) => TemplateValue | undefined)) {
    this.#outer = outer;
  }

  get(name: string): TemplateValue {
    return this.#find(name) ?? new Missing(`'${name}' is undefined`);
  }

  set(name: string, value: TemplateValue): void {
    this.#own.set(name, value);
  }

  #find(name: string): TemplateValue | undefined {
    const own = this.#own.size === 0 ? undefined : this.#own.get(name);
    if (own !== undefined) return own;
    return this.#outer instanceof Scope ? this.#outer.#find(name) : this.#outer(name);
  }
}

const range = (args: readonly TemplateValue[]): readonly number[] => {
  const numbers = args.map(Number);
  const [start, stop, step] = numbers.length === 1 ? [0, numbers[0] ?? 0, 1] : [...numbers, 1];
  const count = Math.max(0, Math.ceil(((stop ?? 0) - (start ?? 0)) / (step ?? 1)));
  return Array.from({ length: count }, (_, index) => (start ?? 0) + index * (step ?? 1));
};

/** Names that a template knows besides the document's columns, which win over them. */
export const GLOBALS: TemplateDict = {
  range,
  dict: (_args, named) => Object.fromEntries(named),
};
