import type { JudgeReport, Share } from '@understudy/arena';
import type { Messages } from '../../messages/messages.js';
import { formatColumns, type Column } from '../../terminal/columns.js';
import { formatCount } from '../../terminal/format-count.js';
import { biasLines } from './bias-text.js';
import { scoreLines } from './score-text.js';

type Texts = Messages['judge'];
type Ranking = JudgeReport['ranking'];

/** A judge's report as people read it: the ranking, then how far to trust it. */
export function judgeReportText({ judge, questions, ranking, bias }: JudgeReport, texts: Texts): string {
  return [
    texts.heading(judge.id, texts.mode[judge.mode], formatCount(questions)),
    '',
    ...rankingLines(ranking, texts),
    '',
    texts.bias.heading,
    ...biasLines(bias, texts.bias).map((line) => `  ${line}`),
  ].join('\n');
}

function rankingLines(ranking: Ranking, texts: Texts): readonly string[] {
  switch (ranking.kind) {
    case 'pairwise':
      return pairwiseLines(ranking, texts);
    case 'single':
      return scoreLines(ranking.scores, texts);
    case 'baseline':
      return baselineLines(ranking, texts);
    default:
      return ranking satisfies never;
  }
}

function pairwiseLines({ ratings, winRates }: Extract<Ranking, { kind: 'pairwise' }>, texts: Texts): readonly string[] {
  if (ratings === undefined) return [texts.nothing];
  const { columns } = texts;
  const rates = new Map(winRates.map((row) => [row.model, row]));
  const table = formatColumns(
    [
      right(columns.rank),
      { title: columns.model },
      right(columns.rating),
      right(columns.interval),
      right(columns.winRate),
      right(columns.interval),
      ...countColumns(texts),
    ],
    ratings.models.map((model) => {
      const row = rates.get(model.model);
      const ranks =
        model.rankLower === model.rankUpper ? `${model.rankLower}` : `${model.rankLower}–${model.rankUpper}`;
      return [
        row?.winRate?.insufficient === true ? '–' : ranks,
        model.model,
        points(model.rating),
        `${points(model.lower)} – ${points(model.upper)}`,
        ...shareCells(row?.winRate),
        ...countCells(row),
      ];
    }),
  );
  return [
    table,
    texts.rule,
    ...(ratings.connected ? [] : [texts.notConnected]),
    ...(winRates.some(({ winRate }) => winRate?.insufficient === true) ? [texts.insufficient] : []),
  ];
}

function baselineLines({ baseline, rows }: Extract<Ranking, { kind: 'baseline' }>, texts: Texts): readonly string[] {
  const { columns } = texts;
  const table = formatColumns(
    [
      { title: columns.model },
      right(columns.winRate),
      right(columns.interval),
      right(columns.lengthControlled),
      right(columns.interval),
      right(columns.weighted),
      ...countColumns(texts),
    ],
    rows.map((row) => [
      row.model,
      ...shareCells(row.winRate),
      ...estimateCells(row.lengthControlled?.controlled),
      percent(row.weightedWinRate?.value),
      ...countCells(row),
    ]),
  );
  return [
    texts.baseline(baseline),
    table,
    ...(rows.some(({ winRate }) => winRate?.insufficient === true) ? [texts.insufficient] : []),
  ];
}

function right(title: string): Column {
  return { title, align: 'right' };
}

function countColumns({ columns }: Texts): readonly Column[] {
  return [columns.wins, columns.losses, columns.ties, columns.inconsistent, columns.incomplete].map(right);
}

type Counts = Readonly<Record<'wins' | 'losses' | 'ties' | 'inconsistent' | 'incomplete', number>>;

function countCells(row: Counts | undefined): readonly string[] {
  if (row === undefined) return ['', '', '', '', ''];
  return [row.wins, row.losses, row.ties, row.inconsistent, row.incomplete].map(formatCount);
}

function shareCells(share: Share | undefined): readonly string[] {
  return share === undefined ? ['–', '–'] : [percent(share.value), `${percent(share.lower)} – ${percent(share.upper)}`];
}

/** Of a bootstrap; one instruction alone has no interval. */
function estimateCells(estimate: EstimateWithInterval | undefined): readonly string[] {
  const { value, interval } = estimate ?? {};
  return [percent(value), interval === undefined ? '–' : `${percent(interval.lower)} – ${percent(interval.upper)}`];
}

interface EstimateWithInterval {
  readonly value: number;
  readonly interval: { readonly lower: number; readonly upper: number } | undefined;
}

function percent(value: number | undefined): string {
  return value === undefined ? '–' : `${(100 * value).toFixed(1)}%`;
}

function points(value: number): string {
  return Number.isFinite(value) ? value.toFixed(1) : '–';
}
