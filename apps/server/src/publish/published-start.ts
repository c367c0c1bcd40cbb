import { publishedStudies } from './published-studies.js';
import { withoutPlaces } from './without-places.js';
import type { Ask, PublishedRequest, RoomOptions } from './published-request.js';

/** Who one is, and how much there is of everything that is published. */
export async function* startRequests(ask: Ask, options: RoomOptions): AsyncGenerator<PublishedRequest> {
  const studies = await publishedStudies(ask, options);
  const counts = { studies: studies.length, votes: studies.reduce((sum, { progress }) => sum + progress.done, 0) };
  yield { request: '/api/session', edit: (body) => ({ ...body, freeMode: false }) };
  yield {
    request: '/api/overview',
    edit: (body) => withoutPlaces({ ...body, ...counts, newest: ended(body['newest']) }, options.servers),
  };
}

/** Runs that go on have no page. */
function ended(newest: unknown): unknown {
  // The body of the route that counts everything.
  return (newest as readonly { readonly status: string }[]).filter(({ status }) => status !== 'running');
}
