import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { formatCount, formatInterval, formatNumber } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { WithInterval } from '../../table/with-interval.js';
import type { ReportRow } from './calls.js';
import classes from './runs.module.css';

const DECIMALS = 4;
const toText = (value: number): string => formatNumber(value, DECIMALS);

function boundsOf(metric: ReportRow['metric']): { readonly lower: number; readonly upper: number } | null {
  return metric === null || metric.lower === null || metric.upper === null
    ? null
    : { lower: metric.lower, upper: metric.upper };
}

function columnsOf(runId: string, texts: Messages['runs'], language: string): readonly Column<ReportRow>[] {
  const { reportColumns: headers, hints } = texts;
  return [
    {
      key: 'task',
      header: headers.task,
      value: ({ name }) => name,
      show: (row) => (
        <span className={classes['indented']} style={{ '--depth': row.depth } as CSSProperties}>
          {row.kind === 'group' ? (
            <strong>{row.alias}</strong>
          ) : (
            <Link to="/runs/$runId/tasks/$task" params={{ runId, task: row.name }}>
              {row.alias}
            </Link>
          )}
        </span>
      ),
      saved: ({ kind }) => ({ kind }),
    },
    {
      key: 'metric',
      header: headers.metric,
      hint: hints.metric,
      value: ({ metric }) => metric?.metric ?? null,
      show: ({ metric }) => metric && `${metric.metric} ${directionOf(metric.higherIsBetter)}`,
      saved: ({ metric }) => ({ higher_is_better: metric?.higherIsBetter }),
    },
    { key: 'filter', header: headers.filter, value: ({ metric }) => metric?.filter ?? null },
    {
      key: 'value',
      header: headers.value,
      hint: hints.interval,
      isNumber: true,
      value: ({ metric }) => metric?.value ?? null,
      show: ({ metric }) =>
        metric && (
          <WithInterval
            value={formatNumber(metric.value, DECIMALS)}
            interval={formatInterval(boundsOf(metric), toText)}
          />
        ),
      saved: ({ metric }) => ({ lower: metric?.lower, upper: metric?.upper, standard_error: metric?.standardError }),
    },
    {
      key: 'n',
      header: headers.count,
      hint: hints.count,
      isNumber: true,
      value: ({ metric, samples }) => metric?.count ?? samples?.scored ?? null,
      show: ({ metric, samples }) => {
        const scored = metric?.count ?? samples?.scored;
        const isPart = samples !== null && samples.scored < samples.expected;
        return isPart
          ? `${formatCount(scored, language)} / ${formatCount(samples.expected, language)}`
          : formatCount(scored, language);
      },
      saved: ({ samples }) => ({ expected: samples?.expected }),
    },
    { key: 'shots', header: headers.shots, isNumber: true, value: ({ numFewshot }) => numFewshot },
    { key: 'version', header: headers.version, value: ({ version }) => version },
  ];
}

function directionOf(higherIsBetter: boolean | null): string {
  return higherIsBetter === null ? '' : higherIsBetter ? '↑' : '↓';
}

/** What a run came to: groups, tasks, metrics with intervals. */
export function ReportTable(props: { readonly runId: string; readonly rows: readonly ReportRow[] }): ReactNode {
  const { language, messages } = useLanguage();
  const { runs } = messages;
  const { runId, rows } = props;
  const columns = useMemo(() => columnsOf(runId, runs, language), [runId, runs, language]);
  return (
    <DataTable
      caption={runs.report}
      columns={columns}
      rows={rows}
      rowKey={({ name, metric, depth }) => `${depth} ${name} ${metric?.metric ?? ''} ${metric?.filter ?? ''}`}
      fileName={`understudy-run-${runId}`}
    />
  );
}
