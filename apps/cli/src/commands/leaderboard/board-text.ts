import {
  POWER_MARGIN,
  type AreaCell,
  type BoardCell,
  type BoardColumn,
  type Leaderboard,
  type Measurements,
} from '@understudy/evidence';
import type { Messages } from '../../messages/messages.js';
import { formatColumns, type Column } from '../../terminal/columns.js';
import { formatCompact, formatCount } from '../../terminal/format-count.js';
import { columnTitles } from './column-titles.js';

/** Too few documents to rank by; contaminated as a source says; some documents failed. */
const MARKS = { underpowered: '†', contaminated: '‡', failed: '§' } as const;

/** How to print a board. */
export interface BoardTextOptions {
  readonly messages: Messages;
  /** Tasks in the columns, and not areas. */
  readonly isByTask: boolean;
}

/** A board as a table of models, over what its columns and marks mean. */
export function boardText(
  board: Leaderboard,
  measurements: Measurements,
  { messages, isByTask }: BoardTextOptions,
): string {
  const { leaderboard: texts } = messages;
  const left = measurements.incomplete === 0 ? [] : [texts.incomplete(formatCount(measurements.incomplete))];
  if (board.rows.length === 0) {
    return [measurements.models.size === 0 ? texts.nothing : texts.noneFits, ...left].join('\n');
  }
  const titles = columnTitles(board.columns, texts);
  const showsTasks = isByTask || board.areas.length === 0;
  const table = showsTasks ? taskTable(board, titles, texts) : areaTable(board, texts);
  const about = showsTasks
    ? board.columns.map((column) => texts.column(titles.get(column.key) ?? column.key, settingText(column, texts)))
    : board.areas.map(({ area, columns }) => {
        return texts.area(texts.areas[area], columns.map((key) => titles.get(key) ?? key).join(texts.comma));
      });
  return [table, '', ...about, '', ...markNotes(board, texts), ...left].join('\n');
}

type Texts = Messages['leaderboard'];

function modelColumns({ columns }: Texts): readonly Column[] {
  return [{ title: columns.model }, { title: columns.format }, { title: columns.parameters, align: 'right' }];
}

function modelCells({ model: { name, card, quantization } }: Leaderboard['rows'][number]): readonly string[] {
  const parameters = card?.parameters?.value;
  return [name, quantization ?? '', parameters === undefined ? '' : formatCompact(parameters)];
}

function areaTable({ areas, rows }: Leaderboard, texts: Texts): string {
  const columns = areas.map(({ area }): Column => ({ title: texts.areas[area], align: 'right' }));
  const lines = rows.map((row) => {
    const byArea = new Map(row.areas.map((cell) => [cell.area, cell]));
    return [...modelCells(row), ...areas.map(({ area }) => cellText(byArea.get(area), true))];
  });
  return formatColumns([...modelColumns(texts), ...columns], lines);
}

function taskTable({ columns, rows }: Leaderboard, titles: ReadonlyMap<string, string>, texts: Texts): string {
  const shown = columns.map(({ key }): Column => ({ title: titles.get(key) ?? key, align: 'right' }));
  const lines = rows.map((row) => {
    const byColumn = new Map(row.cells.map((cell) => [cell.column, cell]));
    return [...modelCells(row), ...columns.map(({ key, isShare }) => cellText(byColumn.get(key), isShare))];
  });
  return formatColumns([...modelColumns(texts), ...shown], lines);
}

function cellText(cell: BoardCell | AreaCell | undefined, isShare: boolean): string {
  if (cell === undefined) return '–';
  const scale = isShare ? 100 : 1;
  const { value, lower, upper } = cell;
  const half = lower === null || upper === null ? undefined : (upper - lower) / 2;
  const number = (scale * value).toFixed(isShare ? 1 : 2);
  const error = half === undefined ? '' : ` ± ${(scale * half).toFixed(isShare ? 1 : 2)}`;
  return `${number}${error}${marksOf(cell)}`;
}

function marksOf(cell: BoardCell | AreaCell): string {
  return [
    cell.isUnderpowered === true ? MARKS.underpowered : '',
    isContaminated(cell) ? MARKS.contaminated : '',
    'failed' in cell && cell.failed > 0 ? MARKS.failed : '',
  ].join('');
}

/** What was looked for and not found is no contamination. */
function isContaminated({ contamination }: BoardCell | AreaCell): boolean {
  return contamination.some(({ finding }) => finding !== 'clean');
}

function settingText({ setting, higherIsBetter }: BoardColumn, texts: Texts): string {
  const { metric, filter, numFewshot, usesChatTemplate, documents, documentsTotal, version } = setting;
  return [
    filter === 'none' ? metric : `${metric}, ${filter}`,
    ...(higherIsBetter === false ? [texts.lessIsBetter] : []),
    texts.shots(numFewshot),
    ...(usesChatTemplate ? [texts.chat] : []),
    documents === documentsTotal
      ? texts.documents(formatCount(documents))
      : texts.documentsOf(formatCount(documents), formatCount(documentsTotal)),
    texts.version(version),
  ].join(texts.comma);
}

function markNotes({ rows }: Leaderboard, texts: Texts): readonly string[] {
  const cells = rows.flatMap((row) => [...row.cells, ...row.areas]);
  const points = 100 * POWER_MARGIN;
  const has = (mark: string): boolean => cells.some((cell) => marksOf(cell).includes(mark));
  return [
    texts.values,
    ...(has(MARKS.underpowered) ? [texts.underpowered(MARKS.underpowered, points)] : []),
    ...(has(MARKS.contaminated) ? [texts.contaminated(MARKS.contaminated)] : []),
    ...(has(MARKS.failed) ? [texts.failed(MARKS.failed)] : []),
    ...contaminationNotes(rows, texts),
  ];
}

/** What sources say, once each. */
function contaminationNotes(rows: Leaderboard['rows'], texts: Texts): readonly string[] {
  const found = new Set(
    rows.flatMap((row) => row.cells.filter(isContaminated).flatMap(({ contamination }) => contamination)),
  );
  return [...found].map(({ models, benchmark, statement, sources }) => {
    return texts.finding(models.join(texts.comma), benchmark, statement, sources.join(texts.comma));
  });
}
