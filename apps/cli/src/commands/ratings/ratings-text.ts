import type { RatedModel, RatingGauge, RatingTable } from '@understudy/arena';
import type { Messages } from '../../messages/messages.js';
import { formatColumns, type Column } from '../../terminal/columns.js';
import { formatCount } from '../../terminal/format-count.js';
import { leftOutLines } from '../battles/left-out-text.js';

type Texts = Messages['ratings'];

/** A column of the table: its title and what it shows of a model. */
interface ShownColumn extends Column {
  readonly cell: (model: RatedModel) => string;
}

/** A table of ratings under a line that says how they were made, and over what is to be known of them. */
export function ratingsText(table: RatingTable, texts: Texts): string {
  const columns = shownColumns(table, texts);
  const rows = table.models.map((model) => columns.map(({ cell }) => cell(model)));
  return [heading(table, texts), formatColumns(columns, rows), ...notes(table, texts)].join('\n');
}

function heading({ votes, models, method, ties, gauge, elo }: RatingTable, texts: Texts): string {
  const rule = method === 'davidson' ? texts.tiesEstimated : texts.ties[ties];
  const settings = elo === undefined ? [] : [texts.elo(elo.k, texts.order[elo.order])];
  const parts = [texts.votes(formatCount(votes), models.length), texts.method[method], rule, ...settings];
  return [...parts, gaugeText(gauge, texts)].join(texts.separator);
}

function gaugeText(gauge: RatingGauge, texts: Texts): string {
  switch (gauge.kind) {
    case 'mean':
      return texts.gaugeMean(gauge.rating);
    case 'anchor':
      return texts.gaugeAnchor(gauge.model, gauge.rating);
    case 'initial':
      return texts.gaugeInitial(gauge.rating);
    default:
      return gauge satisfies never;
  }
}

function shownColumns({ bothBad, inconsistent }: RatingTable, { columns }: Texts): readonly ShownColumn[] {
  return [
    { title: columns.rank, align: 'right', cell: rankText },
    { title: columns.model, cell: ({ model }) => model },
    { title: columns.rating, align: 'right', cell: ({ rating }) => points(rating) },
    { title: columns.standardError, align: 'right', cell: ({ standardError }) => points(standardError) },
    { title: columns.interval, align: 'right', cell: ({ lower, upper }) => range(points(lower), points(upper)) },
    countColumn(columns.votes, ({ votes }) => votes),
    countColumn(columns.wins, ({ wins }) => wins),
    countColumn(columns.losses, ({ losses }) => losses),
    countColumn(columns.ties, ({ ties }) => ties),
    ...(bothBad > 0 ? [countColumn(columns.bothBad, (model) => model.bothBad)] : []),
    ...(inconsistent > 0 ? [countColumn(columns.inconsistent, (model) => model.inconsistent)] : []),
  ];
}

function countColumn(title: string, of: (model: RatedModel) => number): ShownColumn {
  return { title, align: 'right', cell: (model) => formatCount(of(model)) };
}

function points(value: number): string {
  return Number.isFinite(value) ? value.toFixed(1) : '–';
}

function range(lower: string, upper: string): string {
  return lower === '–' ? '–' : `${lower} – ${upper}`;
}

function rankText({ rating, rankLower, rankUpper }: RatedModel): string {
  if (Number.isNaN(rating)) return '–';
  return rankLower === rankUpper ? String(rankLower) : `${rankLower}–${rankUpper}`;
}

function notes(table: RatingTable, texts: Texts): readonly string[] {
  const { interval, gauge, fit, connected, bothBad, inconsistent, leftOut } = table;
  const lines = [intervalNote(table, texts)];
  if (gauge.kind === 'anchor') lines.push(texts.anchored(gauge.model));
  if (interval.kind === 'bootstrap' && interval.clusters.length > 1) lines.push(texts.bothDrawn);
  if (interval.repair.kind !== 'none') lines.push(texts.repair[interval.repair.kind]);
  if (!connected && fit?.prior !== undefined) lines.push(texts.notConnected(fit.components, fit.prior.ties));
  else if (!connected) lines.push(texts.notConnectedElo);
  if (!connected && interval.kind === 'bootstrap') lines.push(texts.notConnectedDrawn);
  if (fit?.converged === false) lines.push(texts.notConverged);
  if (bothBad + inconsistent > 0) lines.push(texts.tieKinds(formatCount(bothBad), formatCount(inconsistent)));
  return [...lines, ...leftOutLines(leftOut, texts)];
}

function intervalNote({ interval, gauge, ranks }: RatingTable, texts: Texts): string {
  const { kind, confidence, clusters, rounds = 0, seed = 0 } = interval;
  const percent = `${100 * confidence}%`;
  const ways = clusters.map(({ column, count }) => texts.cluster(column, formatCount(count))).join(texts.and);
  if (kind === 'order' || ranks.kind === 'order') return texts.intervals.order(percent, formatCount(rounds), seed);
  const source =
    kind === 'bootstrap' ? texts.bootstrap(formatCount(rounds), seed) : texts.sandwich(interval.degreesOfFreedom);
  const dependence = ways === '' ? texts.independent : texts.clustered(ways);
  return texts.intervals.votes(percent, {
    source,
    dependence,
    gauge: gaugeText(gauge, texts),
    rank: texts.ranks[ranks.kind],
  });
}
