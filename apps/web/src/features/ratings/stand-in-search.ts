import { readResultsFilter, type ResultsFilter } from '../filter/results-filter.js';

/** What the address of the stand-in test may say. */
export interface StandInSearch extends ResultsFilter {
  readonly candidate?: string;
  readonly reference?: string;
  readonly margin?: number;
  readonly confidence?: number;
}

/** Reads an address; what is mistyped is left out. */
export function readStandInSearch(search: Readonly<Record<string, unknown>>): StandInSearch {
  const { candidate, reference, margin, confidence } = search;
  return {
    ...readResultsFilter(search),
    ...(typeof candidate === 'string' && candidate !== '' ? { candidate } : {}),
    ...(typeof reference === 'string' && reference !== '' ? { reference } : {}),
    ...(typeof margin === 'number' && margin >= 0.005 && margin <= 0.5 ? { margin } : {}),
    ...(typeof confidence === 'number' && confidence >= 0.5 && confidence <= 0.999 ? { confidence } : {}),
  };
}
