import { publishedStudies } from './published-studies.js';
import { withoutPaths } from './without-paths.js';
import type { Ask, PublishedRequest, PublishOptions } from './published-request.js';

/** Who one is, and how much there is of everything that is published. */
export async function* startRequests(ask: Ask, options: PublishOptions): AsyncGenerator<PublishedRequest> {
  const studies = await publishedStudies(ask, options);
  const counts = { studies: studies.length, votes: studies.reduce((sum, { progress }) => sum + progress.done, 0) };
  yield { request: '/api/session', edit: (body) => ({ ...body, freeMode: false }) };
  yield { request: '/api/overview', edit: (body) => withoutPaths({ ...body, ...counts }) };
}
