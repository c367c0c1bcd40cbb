import type { Ask, Body, PublishedRequest } from './published-request.js';

/** The catalog: all models, and each of them. */
export async function* modelRequests(ask: Ask): AsyncGenerator<PublishedRequest> {
  const request = '/api/catalog/models';
  yield { request };
  const { models } = (await ask(request)) as { readonly models: readonly { readonly id: string }[] } & Body;
  for (const { id } of models) yield { request: `${request}/${encodeURIComponent(id)}` };
}
