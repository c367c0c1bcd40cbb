import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';

/** All models, with what lists and maps need of them. */
export type Catalog = AnswerOf<typeof api.catalog.models.$get>;
export type CatalogRow = Catalog['models'][number];

export const catalogQuery = queryOptions({
  queryKey: ['catalog', 'models'],
  queryFn: () => answerOf(api.catalog.models.$get()),
});
