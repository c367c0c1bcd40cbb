import { requestOf, type Ask, type Body, type PublishedRequest, type RoomOptions } from './published-request.js';
import { withoutPlaces } from './without-places.js';

/** As much of a run as says whether it is published. */
interface ListedRun extends Body {
  readonly id: string;
  readonly status: string;
}

interface RunList extends Body {
  readonly runs: readonly ListedRun[];
  readonly hasMore: boolean;
}

/** A run that goes on has not come to anything yet. */
const hasEnded = ({ status }: ListedRun): boolean => status !== 'running';

interface StoredSession extends Body {
  readonly error: { readonly code: string } | null;
}

/** How a run was started, and in which words it failed, tells more of a machine than of the result. */
function published({ sessions, ...body }: Body): Body {
  const told = (sessions as readonly StoredSession[]).map(({ error, ...session }) => ({
    ...session,
    error: error && { code: error.code, message: error.code },
  }));
  return { ...body, command: {}, sessions: told };
}

/** The leaderboard, the runs page by page as lists ask for them, and what each came to; no samples. */
export async function* measurementRequests(ask: Ask, { servers }: RoomOptions): AsyncGenerator<PublishedRequest> {
  // What sources say of contamination is the catalog's.
  const board = ({ findings, ...body }: Body): Body => ({ ...withoutPlaces(body, servers), findings });
  yield { request: '/api/leaderboard', edit: board };
  let before: string | undefined;
  do {
    const request = requestOf('/api/runs', { before });
    const { runs, hasMore } = (await ask(request)) as RunList;
    yield { request, edit: (body) => withoutPlaces({ ...body, runs: runs.filter(hasEnded) }, servers) };
    for (const { id } of runs.filter(hasEnded)) {
      const run = `/api/runs/${encodeURIComponent(id)}`;
      yield { request: run, edit: (body) => withoutPlaces(published(body), servers) };
      yield { request: `${run}/report`, edit: (body) => withoutPlaces(body, servers) };
    }
    before = hasMore ? runs.at(-1)?.id : undefined;
  } while (before !== undefined);
}
