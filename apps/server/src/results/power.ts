import type { z } from '@hono/zod-openapi';
import { nonInferiorityVotes, ratingHalfWidth, votesForHalfWidth } from '@understudy/statistics';
import type { PowerBody, PowerQuery } from '../api/ratings/schema.js';

/** Sizes of studies in the table of the specification. */
const SIZES = [480, 1200, 3000, 6000, 12_000, 30_000] as const;

/** How many votes it takes. */
export function powerBody(query: z.infer<typeof PowerQuery>): z.infer<typeof PowerBody> {
  const { models, halfwidth, ties: tieRate, inflation, margin } = query;
  const plan = { models, tieRate, inflation };
  const { votes } = votesForHalfWidth(plan, halfwidth);
  const sizes = [...new Set([...SIZES, votes])].toSorted((a, b) => a - b);
  return {
    votesNeeded: votes,
    nonInferiority: { margin, votes: nonInferiorityVotes({ margin, tieRate, inflation }) },
    table: sizes.map((size) => ({
      votes: size,
      perModel: Math.round((2 * size) / models),
      halfWidth: ratingHalfWidth(plan, size),
    })),
  };
}
