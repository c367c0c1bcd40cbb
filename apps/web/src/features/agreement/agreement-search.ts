import { readResultsFilter, type ResultsFilter } from '../filter/results-filter.js';

/** Who is compared with whom; the first is the default. */
export const BETWEEN = ['human,human', 'human,judge', 'judge,judge', 'judge,swapped'] as const;

/** What the address of the agreement page may say. */
export interface AgreementSearch extends ResultsFilter {
  readonly between?: (typeof BETWEEN)[number];
}

/** Reads an address; what is mistyped is left out. */
export function readAgreementSearch(search: Readonly<Record<string, unknown>>): AgreementSearch {
  const between = BETWEEN.find((each) => each === search['between']);
  return { ...readResultsFilter(search), ...(between === undefined || between === 'human,human' ? {} : { between }) };
}
