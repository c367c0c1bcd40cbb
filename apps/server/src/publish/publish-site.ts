import { createHash } from 'node:crypto';
import { BugError } from '@understudy/core';
import type { Hono } from 'hono';
import type { ApiEnv } from '../api/api-env.js';
import type { Site } from '../site/load-site.js';
import { measurementRequests } from './published-measurements.js';
import { modelRequests } from './published-models.js';
import type { Ask, Body, PublishedRoom, PublishOptions } from './published-request.js';
import { startRequests } from './published-start.js';
import { studyRequests } from './published-studies.js';
import { PUBLISHER } from './publisher.js';
import { ServerNames } from './server-names.js';
import { staticPage } from './static-page.js';

/** A file of the published site. */
export interface PublishedFile {
  /** Within its folder: `data/leaderboard-1a2b3c4d.json`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** All requests that published pages make, room by room. */
const ROOMS: readonly PublishedRoom[] = [startRequests, modelRequests, measurementRequests, studyRequests];

/** Longest readable part of a name. */
const SLUG = 60;

/** A name that can be read, and that no other request has, also where upper and lower case are one. */
function fileName(request: string): string {
  const slug = request
    .replace('/api/', '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG);
  return `${slug}-${createHash('sha256').update(request).digest('hex').slice(0, 8)}.json`;
}

function asker(app: Hono<ApiEnv>): Ask {
  return async (request) => {
    const response = await app.request(request, {}, { caller: PUBLISHER });
    if (response.ok) return (await response.json()) as Body;
    throw new BugError({
      code: 'publish-refused',
      message: `The server answered ${response.status} to ${request}: ${await response.text()}`,
      values: { request, status: response.status },
    });
  };
}

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/**
 * The whole site as files that any server of files can serve, from any folder: pages, and the answers that their requests get from the
 * server in this process. The same input gives the same bytes. Not in it: samples, questions and answers, single votes, people, keys.
 */
export async function* publishSite(
  app: Hono<ApiEnv>,
  site: Site,
  options: PublishOptions = {},
): AsyncGenerator<PublishedFile> {
  const ask = asker(app);
  const servers = new ServerNames();
  const requests: [request: string, file: string][] = [];
  for (const room of ROOMS) {
    for await (const { request, edit = (body: Body) => body } of room(ask, { ...options, servers })) {
      const file = fileName(request);
      requests.push([request, file]);
      yield { path: `data/${file}`, bytes: bytesOf(edit(await ask(request))) };
    }
  }
  const sorted = requests.toSorted(([a], [b]) => (a < b ? -1 : 1));
  yield { path: 'data/index.json', bytes: bytesOf({ version: 1, requests: Object.fromEntries(sorted) }) };
  // GitHub Pages would leave out files whose names begin with an underscore.
  yield { path: '.nojekyll', bytes: new Uint8Array() };
  for (const [path, { bytes }] of site.files) yield { path: path.slice(1), bytes };
  yield { path: 'index.html', bytes: new TextEncoder().encode(staticPage(site.index)) };
}
