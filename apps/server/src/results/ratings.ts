import type { z } from '@hono/zod-openapi';
import type { BattleTable, RatingTable } from '@understudy/arena';
import type { RatingsBody, RatingsQuery } from '../api/ratings/schema.js';
import type { Services } from '../services.js';
import { answerCosts } from './answer-costs.js';
import { controlFeatures } from './control-features.js';
import { ratedRow } from './rated-row.js';
import { voteTable, votesKey } from './vote-table.js';

type Query = z.infer<typeof RatingsQuery>;
type Body = z.infer<typeof RatingsBody>;

/** How far the order noise of Elo, and costs, may lag behind. */
const ORDER_LAG_MS = 60_000;
const COST_LAG_MS = 60_000;

/** Fewer questions than these do not carry a ranking. */
const FEW_QUESTIONS = 10;

const CLUSTERS: Readonly<Record<Query['cluster'], readonly string[] | undefined>> = {
  auto: undefined,
  none: [],
  question: ['question_id'],
  annotator: ['judge'],
  'question,annotator': ['question_id', 'judge'],
};

function anchorOf(text: string | undefined): { readonly model: string; readonly rating: number } | undefined {
  if (text === undefined) return undefined;
  const at = text.lastIndexOf('=');
  return { model: text.slice(0, at), rating: Number(text.slice(at + 1)) };
}

function nothing({ method, ties, cluster }: Query): Body {
  return {
    method,
    votes: 0,
    connected: false,
    gauge: 'mean 1000',
    cluster,
    ties,
    prior: false,
    fit: null,
    coefficients: [],
    notes: ['no-votes'],
    models: [],
  };
}

/** How much Elo depends on the order of the votes, which changes slowly and takes long. */
function eloOrder(
  table: BattleTable,
  query: Query,
  { results, compute }: Services,
): Promise<ReadonlyMap<string, number>> {
  const { k, seed } = query;
  return results.getLagging(`elo order ${votesKey(query)} ${k} ${seed}`, ORDER_LAG_MS, () =>
    compute.run('eloOrder', { table, k, seed }),
  );
}

function notesOf(table: BattleTable, rated: RatingTable, control: { asked: boolean; isThere: boolean }): string[] {
  const questions = table.columns.get('question_id')?.values.length ?? 0;
  return [
    ...(rated.connected ? [] : ['not-connected']),
    ...(questions > 0 && questions < FEW_QUESTIONS ? ['few-questions'] : []),
    ...(rated.leftOut.notBlind > 0 ? ['identity-leaks-left-out'] : []),
    ...(control.asked && !control.isThere ? ['no-answers-to-control'] : []),
  ];
}

/** The leaderboard of these votes, whatever has been voted since. */
export async function rateTable(
  table: BattleTable,
  query: Query,
  services: Services,
  abandoned?: AbortSignal,
): Promise<Body> {
  if (table.first.length === 0) return nothing(query);
  const { method, ties, bootstrap, seed, k, control } = query;
  const isElo = method === 'elo';
  const features = isElo || control === 'none' ? undefined : await controlFeatures(table, control, services.store);
  const input = { table, method, ties, cluster: CLUSTERS[query.cluster], bootstrap, seed, k, features };
  const anchor = isElo ? undefined : anchorOf(query.anchor);
  const { rated, naive, controlled, ...now } = await services.compute.run('ratings', { ...input, anchor }, abandoned);
  const order = await eloOrder(table, query, services);
  const elo = new Map([...now.elo].map(([id, rating]) => [id, { rating, orderDeviation: order.get(id) ?? 0 }]));
  const known = await services.models.refresh();
  const costs = await services.results.getLagging(`costs ${query.study ?? ''}`, COST_LAG_MS, () =>
    answerCosts(services.store, query.study),
  );
  const { gauge, interval, fit } = rated;
  return {
    method: rated.method,
    votes: rated.votes,
    connected: rated.connected,
    gauge: gauge.kind === 'anchor' ? `${gauge.model} = ${gauge.rating}` : `${gauge.kind} ${gauge.rating}`,
    cluster: interval.clusters.map(({ column, count }) => `${column} (${count})`).join(', ') || interval.kind,
    ties: query.ties,
    prior: fit?.prior !== undefined,
    fit: fit === undefined ? null : { iterations: fit.iterations, gradientNorm: fit.gradientNorm },
    coefficients: controlled === undefined ? [] : [...controlled.coefficients],
    notes: notesOf(table, rated, { asked: control !== 'none', isThere: controlled !== undefined }),
    models: rated.models
      .filter(({ rating }) => Number.isFinite(rating))
      .map((row) => ratedRow(row, { known, naive, elo, controlled: controlled?.ratings, costs })),
  };
}

/** The leaderboard; kept until the next vote. */
export function ratingsBody(query: Query, services: Services, signal?: AbortSignal): Promise<Body> {
  const { method, ties, cluster, anchor, bootstrap, seed, k, control } = query;
  const settings = JSON.stringify([method, ties, cluster, anchor, bootstrap, seed, k, control]);
  return services.results.get(
    `ratings ${votesKey(query)} ${settings}`,
    async (abandoned) => rateTable(await voteTable(query, services), query, services, abandoned),
    signal,
  );
}
