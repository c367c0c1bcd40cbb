import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { ResultsFilter } from '../filter/results-filter.js';
import { formatNumber } from '../../format/format-number.js';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { leverageQuery, type RatedModel } from './calls.js';

/** How few votes would have to go for another model to be first. */
export function LeveragePanel(props: {
  readonly filter: ResultsFilter;
  readonly models: readonly RatedModel[];
}): ReactNode {
  const { leaderboard } = useMessages();
  const query = useQuery(leverageQuery(props.filter));
  const nameOf = (id: string | null): string => props.models.find(({ model }) => model === id)?.name ?? id ?? '–';
  const columns = useMemo(
    (): readonly Column<{ readonly removed: number; readonly gap: number }>[] => [
      { key: 'removed', header: leaderboard.removed, isNumber: true, value: ({ removed }) => removed },
      {
        key: 'gap',
        header: leaderboard.gap,
        isNumber: true,
        value: ({ gap }) => gap,
        show: ({ gap }) => formatNumber(gap, 1),
      },
    ],
    [leaderboard],
  );
  return (
    <Panel title={leaderboard.leverage}>
      <QueryView query={query}>
        {(leverage) =>
          leverage.first === null ? (
            leaderboard.noVotes
          ) : (
            <>
              <Text>
                {leverage.removedVotes === null
                  ? leaderboard.leverageNone(nameOf(leverage.first))
                  : leaderboard.leverageAnswer(
                      leverage.removedVotes,
                      nameOf(leverage.first),
                      nameOf(leverage.newFirst),
                    )}{' '}
                {leaderboard.leverageGap(formatNumber(leverage.gap, 1))}
              </Text>
              {leverage.removedAnnotators.length > 0 && (
                <Text size="sm" c="dimmed">
                  {leaderboard.leverageAnnotators(leverage.removedAnnotators.join(', '))}
                </Text>
              )}
              {leverage.steps.length > 0 && (
                <DataTable
                  caption={leaderboard.leverage}
                  columns={columns}
                  rows={leverage.steps}
                  rowKey={({ removed }) => String(removed)}
                />
              )}
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
