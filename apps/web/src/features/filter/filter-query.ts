import type { ResultsFilter } from './results-filter.js';
import { defined } from './results-filter.js';

/** Which votes: what heat maps take. */
export function votesQuery(filter: ResultsFilter) {
  const { study, aspect, language, annotatorKind, judge, ties } = filter;
  return defined({ study, aspect, language, annotatorKind, judge, ties });
}

/** Which votes, and what is made of them: what ratings take. */
export function ratingsQueryOf(filter: ResultsFilter) {
  const { method, cluster, control } = filter;
  return { ...votesQuery(filter), ...defined({ method, cluster, control }) };
}
