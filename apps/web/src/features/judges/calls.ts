import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';

export type Judge = AnswerOf<typeof api.judges.$get>['judges'][number];
export type JudgePanel = AnswerOf<(typeof api.judges)[':id']['$get']>;

export const judgesQuery = queryOptions({
  queryKey: ['judges'],
  queryFn: async () => (await answerOf(api.judges.$get())).judges,
});

export const judgeQuery = (id: string) =>
  queryOptions({
    queryKey: ['judges', id],
    queryFn: () => answerOf(api.judges[':id'].$get({ param: { id } })),
  });
