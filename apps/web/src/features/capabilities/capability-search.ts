import { defined } from '../filter/results-filter.js';

/** Where numbers are from. */
export const ORIGINS = ['published', 'measured'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What of the capability map is shown, as it stands in the address. */
export interface CapabilitySearch {
  readonly area?: string;
  /** Published numbers or our own alone; both, in tables of their own, without it. */
  readonly origin?: Origin;
  /** All tables of a benchmark instead of the one that says most. */
  readonly tables?: 'all';
}

/** Reads an address; what is mistyped is left out. */
export function readCapabilitySearch(search: Readonly<Record<string, unknown>>): CapabilitySearch {
  const { area, tables } = search;
  return defined({
    area: typeof area === 'string' && /^[a-z-]{1,40}$/.test(area) ? area : undefined,
    origin: ORIGINS.find((each) => each === search['origin']),
    tables: tables === 'all' ? ('all' as const) : undefined,
  });
}
