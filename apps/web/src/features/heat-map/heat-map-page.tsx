import { SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FilterBar } from '../filter/filter-bar.js';
import { formatNumber, formatPStatement } from '../../format/format-number.js';
import { useMessages } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import { heatMapQuery } from './calls.js';
import { HEAT_MAP_KINDS } from './heat-map-search.js';
import { HeatMapTable } from './heat-map-table.js';

const route = getRouteApi('/heat-maps');

/** Win rates as they are, as the ratings predict them, what is between the two, and the votes behind them. */
export function HeatMapPage(): ReactNode {
  const { heatMap, arenaRatings } = useMessages();
  const search = route.useSearch();
  const { kind = 'actual', ...filter } = search;
  const navigate = route.useNavigate();
  const query = useQuery(heatMapQuery(search));
  return (
    <Page title={heatMap.title} about={heatMap.about} wide>
      <FilterBar
        filter={filter}
        switches={['ties']}
        onChange={(changed) => void navigate({ search: { ...changed, kind }, replace: true })}
      />
      <Panel
        title={heatMap.kinds[kind]}
        note={
          <>
            {heatMap.notes[kind]} {kind !== 'predicted' && heatMap.hatched}
          </>
        }
        actions={
          <SegmentedControl
            size="xs"
            aria-label={heatMap.kind}
            value={kind}
            data={HEAT_MAP_KINDS.map((value) => ({ value, label: heatMap.kinds[value] }))}
            onChange={(chosen) => void navigate({ search: { ...filter, kind: chosen }, replace: true })}
          />
        }
      >
        <QueryView query={query}>
          {(map) =>
            map.models.length === 0 ? (
              arenaRatings.noVotes
            ) : (
              <>
                {map.goodnessOfFit !== null && (
                  <Text size="sm" mb="sm">
                    {heatMap.fit(
                      formatNumber(map.goodnessOfFit.statistic, 1),
                      map.goodnessOfFit.degreesOfFreedom,
                      formatPStatement(map.goodnessOfFit.p),
                    )}{' '}
                    {map.goodnessOfFit.p < 0.05 ? heatMap.fitBad : heatMap.fitGood}
                  </Text>
                )}
                <HeatMapTable map={map} />
              </>
            )
          }
        </QueryView>
      </Panel>
    </Page>
  );
}
