import { createHash } from 'node:crypto';
import type { z } from '@hono/zod-openapi';
import { writeBattles, type BattleTable } from '@understudy/arena';
import type { Snapshot } from '@understudy/store';
import { newId } from '../../access/secret.js';
import { audit } from '../../audit.js';
import { ApiError } from '../../http/api-error.js';
import { rateTable } from '../../results/ratings.js';
import { voteTable } from '../../results/vote-table.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { RatingsBody, type RatingsQuery } from '../ratings/schema.js';
import * as routes from './routes.js';

type Ratings = z.infer<typeof RatingsBody>;

function hashOf(table: BattleTable): string {
  const hash = createHash('sha256');
  for (const piece of writeBattles(table, 'jsonl')) hash.update(piece);
  return hash.digest('hex');
}

async function takeSnapshot(title: string, query: z.infer<typeof RatingsQuery>, services: Services): Promise<Snapshot> {
  const { study, aspect, language, annotatorKind, judge, method, ...settings } = query;
  const votes = await voteTable(query, services);
  const ratings = await rateTable(votes, query, services);
  return {
    id: newId(),
    title,
    filter: JSON.stringify({ study, aspect, language, annotatorKind, judge }),
    method,
    settings: JSON.stringify(settings),
    inputHash: hashOf(votes),
    votes: ratings.votes,
    table: JSON.stringify(ratings),
    createdAt: services.now(),
  };
}

async function readSnapshot(id: string, { store }: Services): Promise<{ snapshot: Snapshot; table: Ratings }> {
  const snapshot = await store.getSnapshot(id);
  if (snapshot === undefined) throw ApiError.notFound('snapshot');
  return { snapshot, table: RatingsBody.parse(JSON.parse(snapshot.table)) };
}

function withoutTable({ table: _table, ...summary }: Snapshot): Omit<Snapshot, 'table'> {
  return summary;
}

const placeOf = ({ models }: Ratings, id: string): { rating: number; rank: number } | null => {
  const at = models.findIndex(({ model }) => model === id);
  const model = models[at];
  return model === undefined ? null : { rating: model.rating, rank: at + 1 };
};

function changes(before: Ratings, after: Ratings) {
  const names = new Map([...before.models, ...after.models].map(({ model, name }) => [model, name]));
  return [...names].map(([model, name]) => {
    const [was, is] = [placeOf(before, model), placeOf(after, model)];
    return { model, name, before: was, after: is, change: was === null || is === null ? null : is.rating - was.rating };
  });
}

/** Leaderboards as they were. */
export function snapshotsApi(services: Services) {
  const { store } = services;
  return newApi()
    .openapi(routes.createSnapshot, async (c) => {
      const { title, query } = c.req.valid('json');
      const snapshot = await takeSnapshot(title, query, services);
      await store.createSnapshot(snapshot);
      await audit(services, c.get('caller'), { action: 'snapshot-create', target: snapshot.id, details: { title } });
      return c.json(withoutTable(snapshot), 200);
    })
    .openapi(routes.listSnapshots, async (c) => c.json({ snapshots: await store.listSnapshots() }, 200))
    .openapi(routes.getSnapshot, async (c) => {
      const { snapshot, table } = await readSnapshot(c.req.valid('param').id, services);
      return c.json({ snapshot: withoutTable(snapshot), table }, 200);
    })
    .openapi(routes.diffSnapshots, async (c) => {
      const { id, other } = c.req.valid('param');
      const [before, after] = [await readSnapshot(id, services), await readSnapshot(other, services)];
      return c.json(
        {
          before: withoutTable(before.snapshot),
          after: withoutTable(after.snapshot),
          models: changes(before.table, after.table),
        },
        200,
      );
    });
}
