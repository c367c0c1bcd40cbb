import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';
import type { AdviseSearch } from './advise-search.js';

export type Advice = AnswerOf<typeof api.advice.$get>;
export type Shortlisted = Advice['shortlist'][number];
export type Ranked = Advice['others'][number];
export type Verdict = Shortlisted['verdicts'][number];
export type Finding = Shortlisted['findings'][number];
export type WeakSpot = Shortlisted['weakSpots'][number];
export type LeftOut = Advice['excluded'][number];
export type Next = Advice['next'][number];
export type NextStudy = NonNullable<Advice['votes']['next']>;

/** The advice for needs; they have an area. */
export const adviceQuery = (search: AdviseSearch) =>
  queryOptions({
    queryKey: ['advice', search],
    queryFn: () => answerOf(api.advice.$get({ query: { ...search, area: search.area ?? '' } })),
    placeholderData: keepPreviousData,
    retry: false,
  });
