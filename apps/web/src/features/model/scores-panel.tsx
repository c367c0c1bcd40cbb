import { type ReactNode, useMemo } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import type { CatalogModel, ScoreTable } from './calls.js';
import { ScoreNeighbours } from './score-neighbours.js';
import { SourceText } from './source-text.js';

/** Published numbers of a model, each only beside the numbers of its own table. */
export function ScoresPanel(props: { readonly body: CatalogModel }): ReactNode {
  const { model } = useMessages();
  const { card, tables } = props.body;
  const columns = useMemo((): readonly Column<ScoreTable>[] => {
    const { scoreColumns: headers } = model;
    const own = ({ scores }: ScoreTable) => scores.find(({ modelId }) => modelId === card.id);
    return [
      { key: 'benchmark', header: headers.benchmark, value: ({ benchmark }) => benchmark },
      {
        key: 'value',
        header: headers.value,
        isNumber: true,
        value: (table) => own(table)?.value ?? null,
        saved: (table) => ({ note: own(table)?.note }),
      },
      { key: 'metric', header: headers.metric, value: ({ metric }) => metric, show: ({ metric }) => metric ?? '–' },
      {
        key: 'rank',
        header: headers.rank,
        hint: model.rankHint,
        isNumber: true,
        value: (table) => own(table)?.rank ?? null,
        show: (table) => model.rankOf(own(table)?.rank ?? 0, table.scores.length),
        saved: (table) => ({ of: table.scores.length }),
      },
      {
        key: 'neighbours',
        header: headers.neighbours,
        value: () => null,
        show: (table) => <ScoreNeighbours id={card.id} table={table} />,
      },
      {
        key: 'setting',
        header: headers.setting,
        value: ({ setting }) => setting,
        show: ({ setting }) => setting ?? '–',
      },
      {
        key: 'source',
        header: headers.source,
        value: ({ source }) => source,
        show: ({ source }) => <SourceText source={source} />,
      },
    ];
  }, [model, card.id]);
  return (
    <Panel title={model.scores} note={model.scoresNote}>
      {tables.length === 0 ? (
        model.noScores
      ) : (
        <DataTable
          caption={model.scores}
          columns={columns}
          rows={tables}
          rowKey={({ table }) => table}
          fileName={`understudy-published-${card.id}`}
        />
      )}
    </Panel>
  );
}
