import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { formatCount } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { timeColumn } from '../../table/time-column.js';
import { runAddress } from '../leaderboard/addresses.js';
import type { Overview } from './calls.js';

type NewestRun = Overview['newest'][number];

/** Tasks that are named; of more, how many there are. */
const NAMED = 3;

/** The runs that began last. */
export function NewestRuns(props: { readonly overview: Overview }): ReactNode {
  const { language, messages } = useLanguage();
  const { home } = messages;
  const columns = useMemo<readonly Column<NewestRun>[]>(
    () => [
      {
        key: 'run',
        header: home.columns.run,
        value: ({ id }) => id,
        show: ({ id }) => <Link to={runAddress(id)}>{id}</Link>,
      },
      { key: 'model', header: home.columns.model, value: ({ name }) => name },
      {
        key: 'tasks',
        header: home.columns.tasks,
        value: ({ tasks }) => tasks.slice(0, NAMED).join(', ') + home.more(tasks.length - NAMED),
      },
      {
        key: 'samples',
        header: home.columns.samples,
        isNumber: true,
        value: ({ samples }) => samples,
        show: ({ samples }) => formatCount(samples, language),
      },
      { key: 'status', header: home.columns.status, value: ({ status }) => home.status[status] },
      timeColumn({ key: 'began', header: home.columns.began, value: ({ createdAt }) => createdAt, language }),
    ],
    [home, language],
  );
  return (
    <Panel title={home.newest}>
      <DataTable caption={home.newest} columns={columns} rows={props.overview.newest} rowKey={({ id }) => id} />
    </Panel>
  );
}
