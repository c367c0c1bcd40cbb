import type { Ask, Body, PublishedRequest, RoomOptions } from './published-request.js';
import type { ServerNames } from './server-names.js';
import { withoutPlaces } from './without-places.js';

/** As much of the map as tells our own columns from published ones, whose sources are addresses. */
interface CapabilityRows extends Body {
  readonly rows: readonly (Body & { readonly columns: readonly (Body & { readonly origin: string })[] })[];
}

function withoutMeasuredPlaces({ rows, ...body }: CapabilityRows, servers: ServerNames): Body {
  const shown = rows.map(({ columns, ...row }) => ({
    ...row,
    columns: columns.map((column) => (column.origin === 'measured' ? withoutPlaces(column, servers) : column)),
  }));
  return { ...body, rows: shown };
}

/** The catalog: all models, each of them, and the map of what they can do. */
export async function* modelRequests(ask: Ask, { servers }: RoomOptions): AsyncGenerator<PublishedRequest> {
  const request = '/api/catalog/models';
  yield { request };
  yield {
    request: '/api/catalog/capabilities',
    edit: (body) => withoutMeasuredPlaces(body as CapabilityRows, servers),
  };
  const { models } = (await ask(request)) as { readonly models: readonly { readonly id: string }[] } & Body;
  for (const { id } of models) yield { request: `${request}/${encodeURIComponent(id)}` };
}
