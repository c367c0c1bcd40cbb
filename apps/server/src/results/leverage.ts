import type { z } from '@hono/zod-openapi';
import type { LeverageBody, RatingsQuery } from '../api/ratings/schema.js';
import type { Services } from '../services.js';
import { voteTable, votesKey } from './vote-table.js';

type Body = z.infer<typeof LeverageBody>;

const NONE: Body = {
  first: null,
  second: null,
  gap: null,
  votes: 0,
  removedVotes: null,
  removedVotesOf: null,
  removedAnnotators: null,
  newFirst: null,
};

/** How few votes the first place hangs on. */
export function leverageBody(
  query: z.infer<typeof RatingsQuery>,
  services: Services,
  signal?: AbortSignal,
): Promise<Body> {
  const { ties } = query;
  const compute = async (abandoned: AbortSignal): Promise<Body> => {
    const table = await voteTable(query, services);
    if (table.first.length === 0) return NONE;
    const { rated, found } = await services.compute.run('leverage', { table, ties }, abandoned);
    const [first, second] = rated;
    if (first === undefined || second === undefined || found === undefined)
      return { ...NONE, votes: table.first.length };
    const { byVotes, byAnnotators } = found;
    return {
      first: first.model,
      second: second.model,
      gap: first.rating - second.rating,
      votes: table.first.length,
      removedVotes: byVotes?.votes.length ?? null,
      removedVotesOf: byVotes?.annotators ?? null,
      removedAnnotators: byAnnotators?.annotators ?? null,
      newFirst: byVotes === undefined ? null : (table.models[byVotes.challenger] ?? null),
    };
  };
  return services.results.get(`leverage ${votesKey(query)} ${ties}`, compute, signal);
}
