import { apiRoute } from '../api-route.js';
import { answers, body, IdParam } from '../json.js';
import { CapabilityBody } from './capability-schema.js';
import { ModelBody, RenderingBody, RenderingRequest } from './model-schema.js';
import { CatalogBody } from './schema.js';

/** All models with what lists and maps need of them. */
export const listCatalog = apiRoute('viewer', {
  method: 'get',
  path: '/api/catalog/models',
  responses: answers(CatalogBody),
});

export const getCatalogModel = apiRoute('viewer', {
  method: 'get',
  path: '/api/catalog/models/{id}',
  request: { params: IdParam },
  responses: answers(ModelBody),
});

/** Where an open model reaches GPT-3.5-turbo or GPT-4, and what the surveys claim. */
export const getCapabilities = apiRoute('viewer', {
  method: 'get',
  path: '/api/catalog/capabilities',
  responses: answers(CapabilityBody),
});

/** A conversation in the model's chat template; changes nothing. */
export const renderConversation = apiRoute('viewer', {
  method: 'post',
  path: '/api/catalog/models/{id}/rendering',
  request: { params: IdParam, body: body(RenderingRequest) },
  responses: answers(RenderingBody),
});
