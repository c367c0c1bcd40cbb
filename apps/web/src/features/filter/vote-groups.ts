import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../server/client.js';
import { defined, type ResultsFilter } from './results-filter.js';

/** The aspects and languages that the chosen votes have: known to whoever may see the votes, though not the questions. */
export const voteGroupsQuery = ({ study, annotatorKind, judge }: ResultsFilter) => {
  const query = defined({ study, annotatorKind, judge });
  return queryOptions({
    queryKey: ['vote-groups', query],
    queryFn: () => answerOf(api['vote-groups'].$get({ query })),
    staleTime: 60_000,
  });
};
