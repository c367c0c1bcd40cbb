import { defined } from '../filter/results-filter.js';

/** What a model's page estimates, as it stands in its address. */
export interface ModelSearch {
  /** Tokens; without it the model's own context. */
  readonly context?: number;
  /** Format of the K/V cache; without it `f16`. */
  readonly kv?: string;
}

/** Reads an address; what is mistyped is left out. */
export function readModelSearch(search: Readonly<Record<string, unknown>>): ModelSearch {
  const { context, kv } = search;
  return defined({
    context: typeof context === 'number' && Number.isInteger(context) && context > 0 ? context : undefined,
    kv: typeof kv === 'string' && /^\w{1,10}$/.test(kv) ? kv : undefined,
  });
}
