import { defined } from '../filter/results-filter.js';

/** Which part of the timeline is shown, as it stands in the address. */
export interface TimelineSearch {
  /** `YYYY-MM`, both included; the whole timeline without them. */
  readonly from?: string;
  readonly to?: string;
}

const month = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value) ? value : undefined;

/** Reads an address; what is mistyped is left out, as are bounds that leave nothing between them. */
export function readTimelineSearch(search: Readonly<Record<string, unknown>>): TimelineSearch {
  const from = month(search['from']);
  const to = month(search['to']);
  return from !== undefined && to !== undefined && from > to ? {} : defined({ from, to });
}
