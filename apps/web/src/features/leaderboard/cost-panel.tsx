import { SegmentedControl, Text } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { CostRow } from '../../plots/cost-plot.js';
import type { RatedModel } from './calls.js';

const CostFigure = lazy(() => import('../../plots/cost-figure.js'));

/** Rating, or unacceptable rate, over the cost of 1,000 answers, as far as costs are known. */
export function CostPanel(props: { readonly models: readonly RatedModel[] }): ReactNode {
  const { leaderboard } = useMessages();
  const { models } = props;
  const [shows, setShows] = useState<'rating' | 'unacceptable'>('rating');
  const rows = useMemo(
    () =>
      models.flatMap((model): CostRow[] => {
        const { name, costPer1000: cost, rating, lower, upper, unacceptable } = model;
        if (cost === null) return [];
        if (shows === 'rating') return [{ name, cost, value: rating, lower, upper }];
        return unacceptable.value === null
          ? []
          : [{ name, cost, value: unacceptable.value, lower: unacceptable.lower, upper: unacceptable.upper }];
      }),
    [models, shows],
  );
  const isKnown = models.some((model) => model.costPer1000 !== null);
  if (!isKnown) return <Panel title={leaderboard.cost}>{leaderboard.costNone}</Panel>;
  const what = shows === 'rating' ? leaderboard.costRating : leaderboard.costUnacceptable;
  return (
    <Panel
      title={leaderboard.cost}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={leaderboard.costShow}
          value={shows}
          onChange={setShows}
          data={[
            { value: 'rating', label: leaderboard.costRating },
            { value: 'unacceptable', label: leaderboard.costUnacceptable },
          ]}
        />
      }
    >
      <Suspense>
        <CostFigure
          rows={rows}
          x={leaderboard.costAxis}
          y={what}
          isShare={shows === 'unacceptable'}
          label={leaderboard.costLabel(what, rows.length)}
        />
      </Suspense>
      {rows.length < models.length && (
        <Text size="sm" c="dimmed">
          {leaderboard.costLeftOut(models.length - rows.length)}
        </Text>
      )}
    </Panel>
  );
}
