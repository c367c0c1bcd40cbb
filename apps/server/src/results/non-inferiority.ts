import type { z } from '@hono/zod-openapi';
import type { NonInferiorityBody, NonInferiorityQuery } from '../api/ratings/schema.js';
import type { JobOutput } from '../compute/jobs/jobs.js';
import { ApiError } from '../http/api-error.js';
import type { Services } from '../services.js';
import { finite } from './finite.js';
import { voteTable, votesKey } from './vote-table.js';

type Body = z.infer<typeof NonInferiorityBody>;
type Assessed = JobOutput<'nonInferiority'>['overall'];

/** One claim as JSON has it. */
function assessed({ aspect, winRate, bounds, verdict, votes, clusters, votesNeeded }: Assessed): Body['overall'] {
  return {
    aspect,
    votes,
    questions: clusters,
    share: finite(winRate),
    lower: votes === 0 ? null : finite(bounds.lower),
    upper: votes === 0 ? null : finite(bounds.upper),
    nonInferior: verdict === 'undecided' ? null : verdict === 'non-inferior',
    votesNeeded: votesNeeded ?? null,
  };
}

/** Whether one model can stand in for another, over all and by aspect. */
export function nonInferiorityBody(
  query: z.infer<typeof NonInferiorityQuery>,
  services: Services,
  signal?: AbortSignal,
): Promise<Body> {
  const { candidate, reference, margin } = query;
  const compute = async (abandoned: AbortSignal): Promise<Body> => {
    const table = await voteTable(query, services);
    const claim = { model: table.models.indexOf(candidate), reference: table.models.indexOf(reference), margin };
    if (claim.model < 0 || claim.reference < 0) throw ApiError.notFound('model among these votes');
    const { overall, aspects } = await services.compute.run('nonInferiority', { table, ...claim }, abandoned);
    return { candidate, reference, margin, overall: assessed(overall), aspects: aspects.map(assessed) };
  };
  const key = JSON.stringify([candidate, reference, margin]);
  return services.results.get(`non-inferiority ${votesKey(query)} ${key}`, compute, signal);
}
