import { z } from '@hono/zod-openapi';
import { apiRoute } from '../api-route.js';
import { answers, body, IdParam, list, nameText } from '../json.js';
import { RatingsBody, RatingsQuery } from '../ratings/schema.js';

const SnapshotSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    method: z.string(),
    votes: z.number(),
    inputHash: z.string(),
    createdAt: z.number(),
    filter: z.string().openapi({ description: 'JSON.' }),
    settings: z.string().openapi({ description: 'JSON.' }),
  })
  .openapi('SnapshotSummary');

/** Keeps a leaderboard as it is now. */
export const createSnapshot = apiRoute('admin', {
  method: 'post',
  path: '/api/snapshots',
  request: {
    body: body(z.object({ title: nameText(200), query: RatingsQuery })),
  },
  responses: answers(SnapshotSummary),
});

export const listSnapshots = apiRoute('unblinded', {
  method: 'get',
  path: '/api/snapshots',
  responses: answers(z.object({ snapshots: list(SnapshotSummary) })),
});

export const getSnapshot = apiRoute('unblinded', {
  method: 'get',
  path: '/api/snapshots/{id}',
  request: { params: IdParam },
  responses: answers(z.object({ snapshot: SnapshotSummary, table: RatingsBody })),
});

/** What changed from one snapshot to another. */
export const diffSnapshots = apiRoute('unblinded', {
  method: 'get',
  path: '/api/snapshots/{id}/diff/{other}',
  request: { params: IdParam.extend({ other: z.string().min(1).max(200) }) },
  responses: answers(
    z
      .object({
        before: SnapshotSummary,
        after: SnapshotSummary,
        models: list(
          z.object({
            model: z.string(),
            name: z.string(),
            before: z.object({ rating: z.number(), rank: z.number() }).nullable(),
            after: z.object({ rating: z.number(), rank: z.number() }).nullable(),
            change: z.number().nullable(),
          }),
        ),
      })
      .openapi('SnapshotDiff'),
  ),
});
