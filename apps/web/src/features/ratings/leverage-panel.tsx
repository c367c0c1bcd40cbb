import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ResultsFilter } from '../filter/results-filter.js';
import { formatCount, formatNumber } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { leverageQuery, type RatedModel } from './calls.js';

/** How few votes would have to go for another model to be first. */
export function LeveragePanel(props: {
  readonly filter: ResultsFilter;
  readonly models: readonly RatedModel[];
}): ReactNode {
  const { language, messages } = useLanguage();
  const { arenaRatings } = messages;
  const query = useQuery(leverageQuery(props.filter));
  const nameOf = (id: string | null): string => props.models.find(({ model }) => model === id)?.name ?? id ?? '–';
  return (
    <Panel title={arenaRatings.leverage}>
      <QueryView query={query}>
        {(leverage) =>
          leverage.first === null ? (
            arenaRatings.noVotes
          ) : (
            <>
              <Text>
                {leverage.removedVotes === null
                  ? arenaRatings.leverageNone(nameOf(leverage.first))
                  : arenaRatings.leverageAnswer(
                      leverage.removedVotes,
                      formatCount(leverage.votes, language),
                      nameOf(leverage.first),
                      nameOf(leverage.newFirst),
                    )}{' '}
                {arenaRatings.leverageGap(formatNumber(leverage.gap, 1))}
              </Text>
              {leverage.removedVotesOf !== null && leverage.removedVotes !== null && (
                <Text size="sm" c="dimmed">
                  {arenaRatings.leverageOf(leverage.removedVotesOf)}
                </Text>
              )}
              {leverage.removedAnnotators !== null && (
                <Text size="sm" c="dimmed">
                  {arenaRatings.leverageAnnotators(leverage.removedAnnotators, nameOf(leverage.newFirst))}
                </Text>
              )}
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
