import { NumberInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { formatCount, formatNumber } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Page } from '../../page/page.js';
import { Panel } from '../../page/panel.js';
import { QueryView } from '../../page/query-view.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { powerQuery } from './calls.js';
import classes from './planning.module.css';
import { POWER_LIMITS, type PowerSearch, powerSettings } from './power-search.js';

const HalfWidthFigure = lazy(() => import('../../plots/half-width-figure.js'));
const route = getRouteApi('/votes-needed');

interface PowerRow {
  readonly votes: number;
  readonly perModel: number;
  readonly halfWidth: number;
}

/** How many votes a study needs, asked before anyone votes. */
export function PlanningPage(): ReactNode {
  const { language, messages } = useLanguage();
  const { planning } = messages;
  const navigate = route.useNavigate();
  const settings = powerSettings(route.useSearch());
  const query = useQuery(powerQuery(settings));
  const columns = useMemo(
    (): readonly Column<PowerRow>[] => [
      {
        key: 'votes',
        header: planning.columns.votes,
        isNumber: true,
        value: (row) => row.votes,
        show: (row) => formatCount(row.votes, language),
      },
      {
        key: 'per_model',
        header: planning.columns.perModel,
        isNumber: true,
        value: (row) => row.perModel,
        show: (row) => formatCount(Math.round(row.perModel), language),
      },
      {
        key: 'half_width',
        header: planning.columns.halfWidth,
        isNumber: true,
        value: (row) => row.halfWidth,
        show: (row) => formatNumber(row.halfWidth, 1),
      },
    ],
    [planning, language],
  );
  const field = (key: keyof PowerSearch, label: string, decimals: number, description?: string): ReactNode => (
    <NumberInput
      label={label}
      description={description}
      value={settings[key]}
      min={POWER_LIMITS[key].min}
      max={POWER_LIMITS[key].max}
      step={POWER_LIMITS[key].step}
      decimalScale={decimals}
      onChange={(value) => {
        if (typeof value === 'number')
          void navigate({ search: (search) => ({ ...search, [key]: value }), replace: true });
      }}
    />
  );
  return (
    <Page title={planning.title} about={planning.about}>
      <Panel>
        <div className={classes['fields']}>
          {field('models', planning.models, 0)}
          {field('halfwidth', planning.halfWidth, 1)}
          {field('ties', planning.ties, 2)}
          {field('inflation', planning.inflation, 2, planning.inflationHint)}
          {field('margin', planning.margin, 3)}
        </div>
      </Panel>
      <QueryView query={query}>
        {(power) => (
          <>
            <Panel>
              <Text role="status" fw={600}>
                {planning.needed(formatCount(power.votesNeeded, language), formatNumber(settings.halfwidth))}
              </Text>
              <Text>
                {planning.standIn(
                  formatCount(power.nonInferiority.votes, language),
                  formatNumber(power.nonInferiority.margin, 2),
                )}
              </Text>
            </Panel>
            <Panel title={planning.table}>
              <Suspense>
                <HalfWidthFigure
                  rows={power.table}
                  x={planning.columns.votes}
                  y={planning.columns.halfWidth}
                  wanted={settings.halfwidth}
                  label={planning.plotLabel}
                />
              </Suspense>
              <DataTable
                caption={planning.table}
                columns={columns}
                rows={power.table}
                rowKey={(row) => String(row.votes)}
                fileName="understudy-votes-needed"
              />
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
}
