import type { MeanScore, MeanScoreRow } from '@understudy/arena';
import type { Messages } from '../../messages/messages.js';
import { formatColumns } from '../../terminal/columns.js';
import { formatCount } from '../../terminal/format-count.js';

type Texts = Messages['judge'];

/** Mean ratings overall and by turn, then by aspect. */
export function scoreLines(rows: readonly MeanScoreRow[], texts: Texts): readonly string[] {
  const { columns } = texts;
  const turns = keysOf(rows, ({ turns: scores }) => scores);
  const aspects = keysOf(rows, ({ aspects: scores }) => scores);
  const table = formatColumns(
    [
      { title: columns.model },
      { title: columns.score, align: 'right' },
      { title: columns.interval, align: 'right' },
      ...turns.map((turn) => ({ title: columns.turn(turn), align: 'right' as const })),
      { title: columns.unrated, align: 'right' },
    ],
    rows.map(({ model, score, turns: byTurn, unrated }) => [
      model,
      number(score),
      interval(score),
      ...turns.map((turn) => number(byTurn[turn])),
      formatCount(unrated),
    ]),
  );
  const byAspect = formatColumns(
    [{ title: columns.model }, ...aspects.map((title) => ({ title, align: 'right' as const }))],
    rows.map(({ model, aspects: scores }) => [model, ...aspects.map((aspect) => bracketed(scores[aspect]))]),
  );
  const isInsufficient = rows.some(({ score }) => score?.insufficient === true);
  return [
    table,
    ...(isInsufficient ? [texts.insufficient] : []),
    ...(aspects.length > 1 ? ['', texts.aspects, byAspect] : []),
  ];
}

function keysOf(
  rows: readonly MeanScoreRow[],
  scoresOf: (row: MeanScoreRow) => Readonly<Record<string, MeanScore>>,
): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(scoresOf(row))))].sort();
}

function number(score: MeanScore | undefined): string {
  return score === undefined ? '–' : score.value.toFixed(2);
}

function interval(score: MeanScore | undefined): string {
  return score?.lower == null || score.upper === null ? '–' : `${score.lower.toFixed(2)} – ${score.upper.toFixed(2)}`;
}

function bracketed(score: MeanScore | undefined): string {
  return score?.insufficient === true ? `(${number(score)})` : number(score);
}
