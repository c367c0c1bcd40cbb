import type { ReportTable } from '../report/report-table.js';
import type { MetricDiff, RunDiff, TaskDiff } from './run-diff.js';

/** The headings of a comparison's table, in the reader's language. */
export interface DiffTexts {
  readonly task: string;
  /** Documents of both runs. */
  readonly matched: string;
  /** Documents of one run only, as `first/second`. */
  readonly unmatched: string;
  readonly promptsDiffering: string;
  readonly sameAnswer: string;
  readonly deltaMedian: string;
  readonly deltaP99: string;
  readonly deltaMax: string;
  readonly metric: string;
  readonly first: string;
  readonly second: string;
  readonly difference: string;
  readonly interval: string;
  readonly pValue: string;
}

const TITLES = [
  'task',
  'matched',
  'unmatched',
  'promptsDiffering',
  'sameAnswer',
  'deltaMedian',
  'deltaP99',
  'deltaMax',
  'metric',
  'first',
  'second',
  'difference',
  'interval',
  'pValue',
] as const satisfies readonly (keyof DiffTexts)[];

const LEFT_ALIGNED: ReadonlySet<keyof DiffTexts> = new Set(['task', 'metric']);

/** A comparison as a table of texts: one line a task and metric. */
export function diffTable({ tasks }: RunDiff, texts: DiffTexts): ReportTable {
  return {
    columns: TITLES.map((key) => ({ title: texts[key], align: LEFT_ALIGNED.has(key) ? 'left' : 'right' })),
    rows: tasks.flatMap((task) => {
      const [first, ...others] = task.metrics;
      const blank = taskCells(task).map(() => '');
      return [
        [...taskCells(task), ...metricCells(first)],
        ...others.map((metric) => [...blank, ...metricCells(metric)]),
      ];
    }),
  };
}

function taskCells(diff: TaskDiff): readonly string[] {
  const { answers, deltas } = diff;
  return [
    diff.task,
    String(diff.matched),
    `${diff.onlyInFirst}/${diff.onlyInSecond}`,
    String(diff.promptsDiffering),
    answers.count === 0 ? '' : `${((100 * answers.equal) / answers.count).toFixed(2)}%`,
    ...[deltas?.median, deltas?.p99, deltas?.max].map((delta) => delta?.toFixed(4) ?? ''),
  ];
}

/** The p-value is McNemar's for zeros and ones, Student's otherwise. */
function metricCells(metric: MetricDiff | undefined): readonly string[] {
  if (metric === undefined) return ['', '', '', '', '', ''];
  const { difference, interval, pValue } = metric.paired;
  return [
    metric.filter === 'none' ? metric.metric : `${metric.metric},${metric.filter}`,
    metric.first.toFixed(4),
    metric.second.toFixed(4),
    signed(difference),
    interval === undefined ? 'N/A' : `${signed(interval.lower)} – ${signed(interval.upper)}`,
    Number.isNaN(pValue) ? 'N/A' : (metric.mcNemar ?? pValue).toFixed(3),
  ];
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(4)}`;
}
