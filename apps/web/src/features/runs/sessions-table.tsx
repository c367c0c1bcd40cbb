import { type ReactNode, useMemo } from 'react';
import { formatDuration } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { timeColumn } from '../../table/time-column.js';
import type { RunDetails } from './calls.js';
import { RunStatusBadge } from './run-status.js';

type Session = RunDetails['sessions'][number];

/** The stretches of work on a run. */
export function SessionsTable(props: { readonly sessions: readonly Session[] }): ReactNode {
  const { language, messages } = useLanguage();
  const { runs: texts } = messages;
  const columns = useMemo(
    (): readonly Column<Session>[] => [
      timeColumn({ key: 'ended', header: texts.ended, language, value: ({ endedAt }) => endedAt }),
      {
        key: 'status',
        header: texts.status,
        value: ({ status }) => status,
        show: ({ status }) => <RunStatusBadge status={status} />,
      },
      {
        key: 'elapsed_ms',
        header: texts.columns.elapsed,
        isNumber: true,
        value: ({ elapsedMs }) => elapsedMs,
        show: ({ elapsedMs }) => formatDuration(elapsedMs),
      },
      {
        key: 'error',
        header: texts.error,
        value: ({ error }) => error?.message ?? null,
        saved: ({ error }) => ({ code: error?.code }),
      },
    ],
    [texts, language],
  );
  return (
    <DataTable
      caption={texts.sessions}
      columns={columns}
      rows={props.sessions}
      rowKey={({ endedAt }) => String(endedAt)}
    />
  );
}
