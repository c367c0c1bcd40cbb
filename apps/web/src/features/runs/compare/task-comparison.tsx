import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatCount } from '../../../format/format-number.js';
import { useLanguage } from '../../../messages/use-messages.js';
import { Panel } from '../../../page/panel.js';
import { QueryView } from '../../../page/query-view.js';
import { Warning } from '../../../page/warning.js';
import { taskComparisonQuery, type TwoRuns } from './calls.js';
import { ColumnsTable } from './columns-table.js';
import type { CompareSearch } from './compare-search.js';
import { OutcomeTable } from './outcome-table.js';
import { PairsTable } from './pairs-table.js';
import { SettingsWarning } from './settings-warning.js';

/** Two runs on one task: differences of the metrics, documents by outcome, and the documents themselves. */
export function TaskComparison(props: {
  readonly runs: TwoRuns;
  readonly task: string;
  readonly search: CompareSearch;
  readonly onChange: (part: { readonly [Key in keyof CompareSearch]?: CompareSearch[Key] | undefined }) => void;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { compare } = messages;
  const { runs, task, search, onChange } = props;
  const query = useQuery(taskComparisonQuery(runs, task));
  const count = (value: number): string => formatCount(value, language);
  return (
    <QueryView query={query}>
      {(comparison) => {
        const { columns, matched, onlyInFirst, onlyInSecond, promptsDiffering } = comparison;
        const column = columns.find(({ name }) => name === search.column) ?? columns[0];
        return (
          <>
            <Panel title={compare.differences} note={compare.differencesNote}>
              <Text size="sm">{compare.matched(count(matched), count(onlyInFirst), count(onlyInSecond))}</Text>
              {promptsDiffering > 0 && <Warning>{compare.promptsDiffer(count(promptsDiffering))}</Warning>}
              <SettingsWarning differences={comparison.settings} text={compare.taskDiffers} />
              {columns.length === 0 ? compare.noColumns : <ColumnsTable columns={columns} />}
            </Panel>
            {column !== undefined && (
              <Panel title={compare.documents} note={compare.documentsNote}>
                <OutcomeTable columns={columns} column={column} search={search} onChange={onChange} />
                <PairsTable runs={runs} task={task} column={column} search={search} onChange={onChange} />
              </Panel>
            )}
          </>
        );
      }}
    </QueryView>
  );
}
