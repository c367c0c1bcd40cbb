import type { z } from '@hono/zod-openapi';
import type { AspectAssessment } from '@understudy/arena';
import type { NonInferiorityBody, NonInferiorityQuery } from '../api/ratings/schema.js';
import { ApiError } from '../http/api-error.js';
import type { Services } from '../services.js';
import { finite } from './finite.js';
import { voteTable, votesKey } from './vote-table.js';

type Body = z.infer<typeof NonInferiorityBody>;

/** One claim as JSON has it. */
function assessed(assessment: AspectAssessment): Body['overall'] {
  const { aspect, winRate, bounds, verdict, votes, clusters, votesNeeded } = assessment;
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
  const { candidate, reference, margin, confidence } = query;
  const compute = async (abandoned: AbortSignal): Promise<Body> => {
    const table = await voteTable(query, services);
    const claims = [{ model: candidate, reference }];
    const [found] = await services.compute.run('standIns', { table, claims, margin, confidence }, abandoned);
    if (found === undefined) throw ApiError.notFound('model among these votes');
    const { overall, aspects } = found;
    return { candidate, reference, margin, confidence, overall: assessed(overall), aspects: aspects.map(assessed) };
  };
  const key = JSON.stringify([candidate, reference, margin, confidence]);
  return services.results.get(`non-inferiority ${votesKey(query)} ${key}`, compute, signal);
}
