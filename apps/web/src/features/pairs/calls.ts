import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';
import type { PairsSearch } from './pairs-search.js';

export type Pair = AnswerOf<typeof api.pairs.$get>;
export type PairVote = Pair['votes'][number];
export type Model = AnswerOf<typeof api.models.$get>['models'][number];

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: async () => (await answerOf(api.models.$get())).models,
  staleTime: 5 * 60_000,
});

export const pairQuery = (search: PairsSearch) =>
  queryOptions({
    queryKey: ['pairs', search],
    queryFn: () =>
      answerOf(api.pairs.$get({ query: { ...search, first: search.first ?? '', second: search.second ?? '' } })),
  });

/** Adds to a vote what an administrator decides of it, with the reason. */
export async function addVoteEvent(voteId: string, kind: 'invalidate' | 'restore', reason: string): Promise<void> {
  await api.votes[':id'].events.$post({ param: { id: voteId }, json: { kind, reason, rule: null } });
}
