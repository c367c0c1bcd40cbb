import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';

/** A study as a list shows it. */
export type StudySummary = AnswerOf<typeof api.studies.$get>['studies'][number];

export const studiesQuery = queryOptions({
  queryKey: ['studies'],
  queryFn: async () => (await answerOf(api.studies.$get())).studies,
});
