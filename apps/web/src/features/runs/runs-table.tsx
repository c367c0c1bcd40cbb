import { Checkbox } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { formatCount, formatDuration, formatPercent } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { timeColumn } from '../../table/time-column.js';
import type { Run } from './calls.js';
import { RunStatusBadge } from './run-status.js';
import classes from './runs.module.css';
import { shortList } from './short-list.js';

/** The runs of a page; up to two can be chosen. */
export function RunsTable(props: {
  readonly runs: readonly Run[];
  readonly chosen: readonly string[];
  readonly onChoose: (id: string, isChosen: boolean) => void;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { runs: texts } = messages;
  const { runs, chosen, onChoose } = props;
  const columns = useMemo(
    (): readonly Column<Run>[] => [
      {
        key: 'choose',
        header: '',
        value: () => null,
        show: ({ id }) => (
          <Checkbox
            size="xs"
            aria-label={texts.choose(id)}
            checked={chosen.includes(id)}
            disabled={chosen.length === 2 && !chosen.includes(id)}
            onChange={(event) => onChoose(id, event.currentTarget.checked)}
          />
        ),
      },
      {
        key: 'run',
        header: texts.columns.run,
        value: ({ id }) => id,
        show: ({ id }) => (
          <Link to="/runs/$runId" params={{ runId: id }} className={classes['id']}>
            {id}
          </Link>
        ),
      },
      {
        key: 'status',
        header: texts.columns.status,
        value: ({ status }) => texts.statuses[status],
        show: ({ status }) => <RunStatusBadge status={status} />,
        saved: ({ status }) => ({ status }),
      },
      {
        key: 'model',
        header: texts.columns.model,
        value: ({ name }) => name,
        show: ({ name, model }) => <span title={model}>{name}</span>,
        saved: ({ model, identity }) => ({ spec: model, identity }),
      },
      {
        key: 'tasks',
        header: texts.columns.tasks,
        value: ({ asked }) => asked.join(', '),
        show: ({ asked, tasks }) => <span title={tasks.join(', ')}>{shortList(asked, texts.more)}</span>,
        saved: ({ tasks }) => ({ leaf_tasks: tasks.join(', ') }),
      },
      timeColumn({ key: 'started', header: texts.columns.started, language, value: ({ createdAt }) => createdAt }),
      {
        key: 'documents',
        header: texts.columns.documents,
        hint: texts.hints.documents,
        isNumber: true,
        value: ({ documents }) => documents.stored,
        show: ({ documents }) => <Documents {...documents} language={language} />,
        saved: ({ documents }) => ({ expected: documents.expected, failed: documents.failed }),
      },
      {
        key: 'elapsed_ms',
        header: texts.columns.elapsed,
        isNumber: true,
        value: ({ elapsedMs }) => elapsedMs,
        show: ({ elapsedMs }) => formatDuration(elapsedMs),
      },
    ],
    [texts, language, chosen, onChoose],
  );
  return (
    <DataTable caption={texts.title} columns={columns} rows={runs} rowKey={({ id }) => id} fileName="understudy-runs" />
  );
}

function Documents(props: Run['documents'] & { readonly language: string }): ReactNode {
  const { stored, expected, language } = props;
  if (stored >= expected) return formatCount(stored, language);
  return `${formatCount(stored, language)} / ${formatCount(expected, language)} (${formatPercent(stored / expected)})`;
}
