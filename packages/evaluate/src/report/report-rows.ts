import type { SampleFlags } from '@understudy/store';
import type { GroupReport, MetricReport, RunReport, TaskReport } from './run-report.js';
import type { StoredNode } from './stored-selection.js';

/** One line of a report: a metric of a task or group. */
export interface ReportRow {
  /** The place of the task in the trees of groups; 0 at the top. */
  readonly depth: number;
  readonly name: string;
  readonly alias: string;
  readonly version: string;
  readonly numFewshot: number | undefined;
  /** True for the first line of a task or group; the others repeat its name. */
  readonly isFirst: boolean;
  /** Undefined for a group without aggregation, or a task without scored samples. */
  readonly metric: MetricReport | undefined;
  /** Undefined for groups. */
  readonly samples: RowSamples | undefined;
}

/** What a line says of a task's samples. */
export interface RowSamples {
  readonly expected: number;
  readonly scored: number;
  readonly failed: number;
  readonly flags: SampleFlags;
}

/** The lines of a report: trees of groups first, then single tasks, each by name; metrics by name, as the reference harness does. */
export function reportRows(report: RunReport): readonly ReportRow[] {
  const tasks = new Map(report.tasks.map((task) => [task.name, task]));
  const groups = new Map(report.groups.map((group) => [group.name, group]));
  const visit = (node: StoredNode, depth: number): readonly ReportRow[] => {
    if (node.kind === 'task') {
      const task = tasks.get(node.name);
      return task === undefined ? [] : taskRows(task, depth);
    }
    const group = groups.get(node.name);
    const members = byName(node.members).flatMap((member) => visit(member, depth + 1));
    return group === undefined ? members : [...groupRows(group, depth), ...members];
  };
  const trees = report.roots.filter((root) => root.kind === 'group');
  const singles = report.roots.filter((root) => root.kind === 'task');
  return [...byName(trees), ...byName(singles)].flatMap((root) => visit(root, 0));
}

function taskRows(report: TaskReport, depth: number): readonly ReportRow[] {
  const { name, alias, task, scored, failed, flags } = report;
  const samples = { expected: task.documentsExpected, scored, failed, flags };
  const { version, numFewshot } = task;
  return metricRows(report.metrics, { depth, name, alias, version, numFewshot, samples });
}

function groupRows(report: GroupReport, depth: number): readonly ReportRow[] {
  const { name, alias, version, numFewshot } = report;
  return metricRows(report.metrics, { depth, name, alias, version, numFewshot, samples: undefined });
}

function metricRows(
  metrics: readonly MetricReport[],
  row: Omit<ReportRow, 'isFirst' | 'metric'>,
): readonly ReportRow[] {
  if (metrics.length === 0) return [{ ...row, isFirst: true, metric: undefined }];
  return [...metrics]
    .sort((a, b) => (metricKey(a) < metricKey(b) ? -1 : 1))
    .map((metric, index) => ({ ...row, isFirst: index === 0, metric }));
}

function metricKey({ metric, filter }: MetricReport): string {
  return `${metric},${filter}`;
}

function byName(nodes: readonly StoredNode[]): readonly StoredNode[] {
  return [...nodes].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}
