import { readResultsFilter, type ResultsFilter } from '../filter/results-filter.js';

/** What a heat map shows; the first is the default. */
export const HEAT_MAP_KINDS = ['actual', 'predicted', 'residual', 'count'] as const;
export type HeatMapKind = (typeof HEAT_MAP_KINDS)[number];

/** What the address of the heat maps may say. */
export interface HeatMapSearch extends ResultsFilter {
  readonly kind?: HeatMapKind;
}

/** Reads an address; what is mistyped is left out. */
export function readHeatMapSearch(search: Readonly<Record<string, unknown>>): HeatMapSearch {
  const kind = HEAT_MAP_KINDS.find((each) => each === search['kind']);
  return { ...readResultsFilter(search), ...(kind === undefined || kind === 'actual' ? {} : { kind }) };
}
