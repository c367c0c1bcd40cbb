import type { z } from '@hono/zod-openapi';
import { comparisonsOf, rateBattles, type BattleTable, type RatingTable } from '@understudy/arena';
import {
  controlledRatings,
  countPairs,
  eloOrderStudy,
  eloRatings,
  fitBradleyTerry,
  ratingIntervals,
  sandwichCovariance,
} from '@understudy/statistics';
import type { RatingsBody, RatingsQuery } from '../api/ratings/schema.js';
import type { Services } from '../services.js';
import { answerCosts } from './answer-costs.js';
import { clustersOf } from './clusters.js';
import { controlFeatures } from './control-features.js';
import { ratedRow } from './rated-row.js';
import { voteTable, votesKey } from './vote-table.js';

type Query = z.infer<typeof RatingsQuery>;
type Body = z.infer<typeof RatingsBody>;

/** Elo's order noise is a matter of points: above so many votes fewer shuffles show it as well. */
const SHUFFLED_VOTES = 2_000_000;

/** How far the order noise of Elo, and costs, may lag behind. */
const ORDER_LAG_MS = 60_000;
const COST_LAG_MS = 60_000;

type EloColumn = ReadonlyMap<string, NonNullable<Body['models'][number]['elo']>>;
type NaiveInterval = NonNullable<Body['models'][number]['naive']>;

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

/** Elo of now, and how much it depends on the order of the votes, which changes slowly and takes long. */
async function eloBeside(table: BattleTable, query: Query, { results }: Services): Promise<EloColumn> {
  const { k, seed } = query;
  const comparisons = comparisonsOf(table);
  const ratings = eloRatings(comparisons, { k });
  const order = await results.getLagging(`elo order ${votesKey(query)} ${k} ${seed}`, ORDER_LAG_MS, async () => {
    const shuffles = Math.max(20, Math.min(200, Math.floor(SHUFFLED_VOTES / table.first.length)));
    const { standardDeviation } = eloOrderStudy(comparisons, { k, seed, shuffles });
    return new Map(table.models.map((model, at) => [model, standardDeviation[at] ?? 0]));
  });
  return new Map(
    table.models.map((model, at) => [model, { rating: ratings[at] ?? 0, orderDeviation: order.get(model) ?? 0 }]),
  );
}

/** Intervals as if all votes were independent; none for a method that is no fit. */
function naiveIntervals(table: BattleTable, { method, ties, anchor }: Query): ReadonlyMap<string, NaiveInterval> {
  if (method !== 'bradley-terry') return new Map();
  const counts = countPairs(comparisonsOf(table));
  const given = anchorOf(anchor);
  const at = given === undefined ? -1 : table.models.indexOf(given.model);
  const fit = fitBradleyTerry(counts, {
    ties,
    ...(given && at >= 0 ? { anchor: { model: at, rating: given.rating } } : {}),
  });
  const { lower, upper } = ratingIntervals(fit.ratings, sandwichCovariance(counts, fit));
  return new Map(
    table.models.flatMap((model, place) => {
      const interval = { lower: lower[place] ?? Number.NaN, upper: upper[place] ?? Number.NaN };
      return Number.isFinite(interval.lower) && Number.isFinite(interval.upper) ? [[model, interval] as const] : [];
    }),
  );
}

async function controlled(table: BattleTable, query: Query, { store }: Services) {
  if (query.control === 'none') return undefined;
  const features = await controlFeatures(table, query.control, store);
  if (features === undefined) return undefined;
  const questions = clustersOf(table, 'question_id');
  const clusters = questions === undefined || questions.count < 2 ? undefined : ([questions] as const);
  const result = controlledRatings(comparisonsOf(table), features, { ties: query.ties, clusters });
  const { lower, upper } = ratingIntervals(result.ratings, result.covariance);
  const ratings = new Map(
    table.models.map((model, at) => {
      const rating = result.ratings[at] ?? Number.NaN;
      const shown = { rating, lower: lower[at] ?? Number.NaN, upper: upper[at] ?? Number.NaN };
      return [model, Number.isFinite(rating) ? shown : null] as const;
    }),
  );
  const coefficients = result.coefficients.map(({ name, estimate, interval }) => ({
    feature: name,
    value: estimate,
    lower: interval.lower,
    upper: interval.upper,
  }));
  return { ratings, coefficients };
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

async function compute(query: Query, services: Services): Promise<Body> {
  const table = await voteTable(query, services);
  if (table.first.length === 0) return nothing(query);
  const isElo = query.method === 'elo';
  const options = {
    method: query.method,
    ties: query.method === 'davidson' ? undefined : query.ties,
    seed: query.seed,
    k: query.k,
  };
  const anchor = isElo ? undefined : anchorOf(query.anchor);
  const rated = rateBattles(table, {
    ...options,
    ...(isElo ? {} : { cluster: CLUSTERS[query.cluster], bootstrap: query.bootstrap, anchor }),
  });
  const naive = naiveIntervals(table, query);
  const elo = await eloBeside(table, query, services);
  const control = isElo ? undefined : await controlled(table, query, services);
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
    coefficients: control?.coefficients ?? [],
    notes: notesOf(table, rated, { asked: query.control !== 'none', isThere: control !== undefined }),
    models: rated.models
      .filter(({ rating }) => Number.isFinite(rating))
      .map((row) => ratedRow(row, { known, naive, elo, controlled: control?.ratings, costs })),
  };
}

/** The leaderboard; kept until the next vote. */
export function ratingsBody(query: Query, services: Services): Promise<Body> {
  const { method, ties, cluster, anchor, bootstrap, seed, k, control } = query;
  const settings = JSON.stringify([method, ties, cluster, anchor, bootstrap, seed, k, control]);
  return services.results.get(`ratings ${votesKey(query)} ${settings}`, () => compute(query, services));
}
