import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { votesQuery } from '../filter/filter-query.js';
import { answerOf, api, type AnswerOf } from '../../server/client.js';
import type { HeatMapSearch } from './heat-map-search.js';

export type HeatMap = AnswerOf<typeof api.heatmap.$get>;

export const heatMapQuery = ({ kind, ...filter }: HeatMapSearch) =>
  queryOptions({
    queryKey: ['heatmap', kind ?? 'actual', filter],
    queryFn: () => answerOf(api.heatmap.$get({ query: { ...votesQuery(filter), kind: kind ?? 'actual' } })),
    placeholderData: keepPreviousData,
  });
