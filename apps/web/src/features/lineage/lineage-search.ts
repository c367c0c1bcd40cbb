import { defined } from '../filter/results-filter.js';

/** What the map of lineages shows, as it stands in the address. */
export interface LineageSearch {
  /** Only the trees that have this family. */
  readonly family?: string;
  /** Keys of the groups whose descendants are folded away, with commas between them. */
  readonly folded?: string;
  /** Without the links to teachers. */
  readonly teachers?: false;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 2000 ? value : undefined;

/** Reads an address; what is mistyped is left out. */
export function readLineageSearch(search: Readonly<Record<string, unknown>>): LineageSearch {
  return defined({
    family: text(search['family']),
    folded: text(search['folded']),
    teachers: search['teachers'] === false ? (false as const) : undefined,
  });
}
