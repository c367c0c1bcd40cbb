import { reportRows, type ReportRow, type RunReport } from '@understudy/evaluate';
import { finite } from '../../results/finite.js';
import type { ReportRowBody } from './schema.js';

/** A report line by line. A run whose selection is not known shows its tasks as they ran. */
export function reportBody(report: RunReport): { readonly rows: readonly ReportRowBody[] } {
  const tasks = report.tasks.map(({ name }) => ({ kind: 'task', name }) as const);
  const rows = reportRows(report.roots.length > 0 ? report : { ...report, roots: tasks });
  const groups = new Set(report.groups.map(({ name }) => name));
  return { rows: rows.map((row) => rowBody(row, groups.has(row.name) && row.samples === undefined)) };
}

function rowBody({ metric, samples, ...row }: ReportRow, isGroup: boolean): ReportRowBody {
  return {
    ...row,
    kind: isGroup ? 'group' : 'task',
    numFewshot: row.numFewshot ?? null,
    metric:
      metric === undefined
        ? null
        : {
            metric: metric.metric,
            filter: metric.filter,
            value: finite(metric.value),
            standardError: finite(metric.standardError),
            lower: finite(metric.interval?.lower),
            upper: finite(metric.interval?.upper),
            count: metric.count,
            isProportion: metric.isProportion,
            higherIsBetter: metric.higherIsBetter ?? null,
          },
    samples: samples ?? null,
  };
}
