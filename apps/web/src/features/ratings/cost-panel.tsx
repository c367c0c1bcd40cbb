import { SegmentedControl, Text } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { CostRow } from '../../plots/cost-plot.js';
import type { RatedModel } from './calls.js';

const CostFigure = lazy(() => import('../../plots/cost-figure.js'));

/** Rating, or unacceptable rate, over the cost of 1,000 answers, as far as costs are known. */
export function CostPanel(props: { readonly models: readonly RatedModel[] }): ReactNode {
  const { arenaRatings } = useMessages();
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
  if (!isKnown) return <Panel title={arenaRatings.cost}>{arenaRatings.costNone}</Panel>;
  const what = shows === 'rating' ? arenaRatings.costRating : arenaRatings.costUnacceptable;
  return (
    <Panel
      title={arenaRatings.cost}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={arenaRatings.costShow}
          value={shows}
          onChange={setShows}
          data={[
            { value: 'rating', label: arenaRatings.costRating },
            { value: 'unacceptable', label: arenaRatings.costUnacceptable },
          ]}
        />
      }
    >
      <Suspense>
        <CostFigure
          rows={rows}
          x={arenaRatings.costAxis}
          y={what}
          isShare={shows === 'unacceptable'}
          label={arenaRatings.costLabel(what, rows.length)}
        />
      </Suspense>
      {rows.length < models.length && (
        <Text size="sm" c="dimmed">
          {arenaRatings.costLeftOut(models.length - rows.length)}
        </Text>
      )}
    </Panel>
  );
}
