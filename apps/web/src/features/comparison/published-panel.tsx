import { type ReactNode, useMemo } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { CatalogModel } from '../model/calls.js';
import { ComparisonTable } from './comparison-table.js';
import { sharedTables } from './shared-tables.js';

/** Published numbers where one table has at least two of the models. */
export function PublishedPanel(props: { readonly models: readonly CatalogModel[] }): ReactNode {
  const { comparison } = useMessages();
  const { models } = props;
  const shared = useMemo(() => sharedTables(models), [models]);
  return (
    <Panel title={comparison.published} note={comparison.publishedNote}>
      {shared.length === 0 ? (
        comparison.noneShared
      ) : (
        <ComparisonTable
          caption={comparison.published}
          corner={comparison.table}
          models={models}
          rows={shared.map(({ table, values, best }) => ({
            key: table.table,
            label: [
              [table.benchmark, table.metric].filter((part) => part !== null).join(', '),
              table.setting,
              table.source,
              ...(table.higherIsBetter ? [] : [comparison.lowerIsBetter]),
            ]
              .filter((part) => part !== null)
              .join('\n'),
            cells: values.map((value) => ({
              text: value === null ? '–' : value === best ? comparison.best(String(value)) : String(value),
              isBest: value === best,
            })),
          }))}
        />
      )}
    </Panel>
  );
}
