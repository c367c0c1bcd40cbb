import type { Ask, Body, PublishedRequest } from './published-request.js';
import { withoutPaths } from './without-paths.js';

/** The catalog: all models, each of them, and the map of what they can do. */
export async function* modelRequests(ask: Ask): AsyncGenerator<PublishedRequest> {
  const request = '/api/catalog/models';
  yield { request };
  yield { request: '/api/catalog/capabilities', edit: withoutPaths };
  const { models } = (await ask(request)) as { readonly models: readonly { readonly id: string }[] } & Body;
  for (const { id } of models) yield { request: `${request}/${encodeURIComponent(id)}` };
}
