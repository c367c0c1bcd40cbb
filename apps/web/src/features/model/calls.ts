import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';

const model = api.catalog.models[':id'];

/** All that is known about a model. */
export type CatalogModel = AnswerOf<(typeof model)['$get']>;
export type ModelCard = CatalogModel['card'];
export type ScoreTable = CatalogModel['tables'][number];
export type MeasuredResult = CatalogModel['measured'][number];
export type Estimates = NonNullable<CatalogModel['estimates']>;
export type Estimate = Estimates['estimates'][number];
export type Relative = CatalogModel['ancestors'][number];
export type ModelTemplate = NonNullable<CatalogModel['template']>;
export type Rendering = ModelTemplate['example'];
export type ConversationMessage = Rendering['messages'][number];

export const modelQuery = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'model', id],
    queryFn: () => answerOf(model.$get({ param: { id } })),
  });

/** A conversation in the model's chat template. */
export const renderingQuery = (id: string, messages: readonly ConversationMessage[]) =>
  queryOptions({
    queryKey: ['catalog', 'rendering', id, messages],
    queryFn: () => answerOf(model.rendering.$post({ param: { id }, json: { messages: [...messages] } })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
