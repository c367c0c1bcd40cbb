import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ratingsQueryOf, votesQuery } from '../filter/filter-query.js';
import type { ResultsFilter } from '../filter/results-filter.js';
import { answerOf, api, type AnswerOf } from '../../server/client.js';

export type Ratings = AnswerOf<typeof api.ratings.$get>;
export type RatedModel = Ratings['models'][number];
export type NonInferiority = AnswerOf<(typeof api)['non-inferiority']['$get']>;

export const ratingsQuery = (filter: ResultsFilter) =>
  queryOptions({
    queryKey: ['ratings', filter],
    queryFn: () => answerOf(api.ratings.$get({ query: ratingsQueryOf(filter) })),
    placeholderData: keepPreviousData,
  });

export const leverageQuery = (filter: ResultsFilter) =>
  queryOptions({
    queryKey: ['leverage', filter],
    queryFn: () => answerOf(api.leverage.$get({ query: ratingsQueryOf(filter) })),
  });

export const nonInferiorityQuery = (
  filter: ResultsFilter,
  claim: { candidate: string; reference: string; margin: number; confidence: number },
) =>
  queryOptions({
    queryKey: ['non-inferiority', filter, claim],
    queryFn: () => {
      const { candidate, reference } = claim;
      const [margin, confidence] = [String(claim.margin), String(claim.confidence)];
      const query = { ...votesQuery(filter), candidate, reference, margin, confidence };
      return answerOf(api['non-inferiority'].$get({ query }));
    },
    placeholderData: keepPreviousData,
  });

/** What sizes a study. */
export interface PowerSettings {
  readonly models: number;
  readonly halfwidth: number;
  readonly ties: number;
  readonly inflation: number;
  readonly margin: number;
}

export const powerQuery = (settings: PowerSettings) =>
  queryOptions({
    queryKey: ['power', settings],
    queryFn: () =>
      answerOf(
        api.power.$get({
          query: {
            models: String(settings.models),
            halfwidth: String(settings.halfwidth),
            ties: String(settings.ties),
            inflation: String(settings.inflation),
            margin: String(settings.margin),
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** Keeps the ratings as it is now. */
export async function keepSnapshot(title: string, filter: ResultsFilter): Promise<void> {
  await api.snapshots.$post({ json: { title, query: ratingsQueryOf(filter) } });
}
