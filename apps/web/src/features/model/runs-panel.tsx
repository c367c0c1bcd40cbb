import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { timeColumn } from '../../table/time-column.js';
import type { CatalogModel } from './calls.js';

type Run = CatalogModel['runs'][number];

/** Our runs of a model. */
export function RunsPanel(props: { readonly runs: readonly Run[] }): ReactNode {
  const { language, messages } = useLanguage();
  const { model } = messages;
  const columns = useMemo(
    (): readonly Column<Run>[] => [
      {
        key: 'run',
        header: model.runColumns.run,
        value: ({ id }) => id,
        show: ({ id }) => <a href={`/runs/${id}`}>{id}</a>,
      },
      timeColumn({ key: 'at', header: model.runColumns.at, language, value: ({ createdAt }) => createdAt }),
      { key: 'status', header: model.runColumns.status, value: ({ status }) => status },
      { key: 'tasks', header: model.runColumns.tasks, value: ({ tasks }) => tasks.join(', ') },
    ],
    [model, language],
  );
  return (
    <Panel title={model.measured} note={model.measuredNote}>
      {props.runs.length === 0 ? (
        model.notMeasured
      ) : (
        <DataTable caption={model.measured} columns={columns} rows={props.runs} rowKey={({ id }) => id} />
      )}
    </Panel>
  );
}
