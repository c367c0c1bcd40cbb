import { requestOf, type Ask, type Body, type PublishedRequest } from './published-request.js';
import { withoutPaths } from './without-paths.js';

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

/** How a run was started tells more of a machine than of the result. */
const withoutCommand = (body: Body): Body => withoutPaths({ ...body, command: {} });

/** The leaderboard, the runs page by page as lists ask for them, and what each came to; no samples. */
export async function* measurementRequests(ask: Ask): AsyncGenerator<PublishedRequest> {
  yield { request: '/api/leaderboard', edit: withoutPaths };
  let before: string | undefined;
  do {
    const request = requestOf('/api/runs', { before });
    const { runs, hasMore } = (await ask(request)) as RunList;
    yield { request, edit: (body) => withoutPaths({ ...body, runs: runs.filter(hasEnded) }) };
    for (const { id } of runs.filter(hasEnded)) {
      const run = `/api/runs/${encodeURIComponent(id)}`;
      yield { request: run, edit: withoutCommand };
      yield { request: `${run}/report`, edit: withoutPaths };
    }
    before = hasMore ? runs.at(-1)?.id : undefined;
  } while (before !== undefined);
}
