import type { ReportRow, RowSamples } from './report-rows.js';
import type { MetricReport } from './run-report.js';

/** The headings of a report's table, in the reader's language. */
export interface ReportTexts {
  readonly task: string;
  readonly version: string;
  readonly filter: string;
  readonly shots: string;
  readonly metric: string;
  readonly value: string;
  readonly standardError: string;
  readonly interval: string;
  /** Scored samples; `12/40` where some are missing. */
  readonly count: string;
  readonly truncatedPrompts: string;
  readonly truncatedAnswers: string;
  readonly noAnswers: string;
  readonly ties: string;
  readonly cachedResponses: string;
  readonly failed: string;
}

/** A table as cells, to be laid out by whoever knows the terminal. */
export interface ReportTable {
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A column of a table. */
export interface ReportColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

interface ColumnRule {
  readonly title: (texts: ReportTexts) => string;
  readonly align: 'left' | 'right';
  readonly cell: (row: ReportRow) => string;
  /** Tells whether the column is worth its place; all rows are asked. */
  readonly isNeeded?: (row: ReportRow) => boolean;
}

const NOT_AVAILABLE = 'N/A';

const COLUMNS: readonly ColumnRule[] = [
  { title: (texts) => texts.task, align: 'left', cell: (row) => (row.isFirst ? indented(row) : '') },
  { title: (texts) => texts.version, align: 'right', cell: (row) => (row.isFirst ? row.version : '') },
  {
    title: (texts) => texts.filter,
    align: 'left',
    cell: ({ metric }) => metric?.filter ?? '',
    isNeeded: ({ metric }) => metric !== undefined && metric.filter !== 'none',
  },
  { title: (texts) => texts.shots, align: 'right', cell: (row) => (row.isFirst ? String(row.numFewshot ?? '') : '') },
  { title: (texts) => texts.metric, align: 'left', cell: ({ metric }) => metric?.metric ?? '' },
  { title: () => '', align: 'left', cell: ({ metric }) => direction(metric?.higherIsBetter) },
  { title: (texts) => texts.value, align: 'right', cell: ({ metric }) => formatValue(metric?.value) },
  { title: (texts) => texts.standardError, align: 'right', cell: ({ metric }) => standardError(metric) },
  { title: (texts) => texts.interval, align: 'right', cell: ({ metric }) => interval(metric) },
  { title: (texts) => texts.count, align: 'right', cell: count },
  { title: (texts) => texts.truncatedPrompts, align: 'right', cell: flag(({ flags }) => flags.truncatedPrompts) },
  { title: (texts) => texts.truncatedAnswers, align: 'right', cell: flag(({ flags }) => flags.truncatedAnswers) },
  { title: (texts) => texts.noAnswers, align: 'right', cell: flag(({ flags }) => flags.noAnswers) },
  { title: (texts) => texts.ties, align: 'right', cell: flag(({ flags }) => flags.ties) },
  { title: (texts) => texts.cachedResponses, align: 'right', cell: flag(({ flags }) => flags.cachedResponses) },
  {
    title: (texts) => texts.failed,
    align: 'right',
    cell: flag(({ failed }) => failed),
    isNeeded: ({ samples }) => samples !== undefined && samples.failed > 0,
  },
];

/** A report's lines as a table of texts; columns that say nothing (filter `none`, no failures) are left out. */
export function reportTable(rows: readonly ReportRow[], texts: ReportTexts): ReportTable {
  const columns = COLUMNS.filter(({ isNeeded }) => isNeeded === undefined || rows.some(isNeeded));
  return {
    columns: columns.map(({ title, align }) => ({ title: title(texts), align })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/** Members of groups are set in and marked as the reference harness marks them. */
function indented({ depth, alias }: ReportRow): string {
  return depth === 0 ? alias : `${' '.repeat(depth)}- ${alias}`;
}

function direction(higherIsBetter: boolean | undefined): string {
  if (higherIsBetter === undefined) return '';
  return higherIsBetter ? '↑' : '↓';
}

function standardError(metric: MetricReport | undefined): string {
  if (metric === undefined) return '';
  return metric.standardError === undefined ? NOT_AVAILABLE : `± ${formatValue(metric.standardError)}`;
}

function interval(metric: MetricReport | undefined): string {
  if (metric === undefined) return '';
  if (metric.interval === undefined) return NOT_AVAILABLE;
  return `${formatValue(metric.interval.lower)} – ${formatValue(metric.interval.upper)}`;
}

/** Documents behind the value, `12/40` while some are missing; nothing for a group without aggregation. */
function count({ metric, samples }: ReportRow): string {
  const scored = metric?.count ?? samples?.scored;
  if (scored === undefined) return '';
  return samples === undefined || samples.scored >= samples.expected ? `${scored}` : `${scored}/${samples.expected}`;
}

function flag(read: (samples: RowSamples) => number): (row: ReportRow) => string {
  return ({ isFirst, samples }) => (isFirst && samples !== undefined ? String(read(samples)) : '');
}

/** Four decimals, as the reference harness prints. */
function formatValue(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(4);
}
