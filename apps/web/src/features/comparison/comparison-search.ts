import { defined } from '../filter/results-filter.js';
import { readIds } from '../models/models-search.js';

/** Which models are compared, as it stands in the address. */
export interface ComparisonSearch {
  /** With commas between them; five at most. */
  readonly ids?: string;
  /** Only what differs. */
  readonly differences?: true;
}

/** Reads an address; what is mistyped is left out. */
export function readComparisonSearch(search: Readonly<Record<string, unknown>>): ComparisonSearch {
  const ids = readIds(search['ids']);
  return defined({
    ids: ids.length === 0 ? undefined : ids.join(','),
    differences: search['differences'] === true ? (true as const) : undefined,
  });
}
