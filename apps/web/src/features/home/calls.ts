import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';

export type Overview = AnswerOf<typeof api.overview.$get>;

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: () => answerOf(api.overview.$get()),
});
