import { type ReactNode, useMemo } from 'react';
import { formatInterval, formatNumber } from '../../format/format-number.js';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { WithInterval } from '../../table/with-interval.js';
import type { Ratings } from './calls.js';

type Coefficient = Ratings['coefficients'][number];

/** What the control regression found, beside the ratings that it changes. */
export function CoefficientsPanel(props: { readonly ratings: Ratings }): ReactNode {
  const { arenaRatings } = useMessages();
  const columns = useMemo((): readonly Column<Coefficient>[] => {
    const names: Readonly<Record<string, string>> = arenaRatings.features;
    return [
      { key: 'feature', header: arenaRatings.feature, value: ({ feature }) => names[feature] ?? feature },
      {
        key: 'coefficient',
        header: arenaRatings.coefficient,
        isNumber: true,
        value: ({ value }) => value,
        show: (row) => (
          <WithInterval
            value={formatNumber(row.value, 3)}
            interval={formatInterval(row, (bound) => formatNumber(bound, 3))}
          />
        ),
        saved: ({ lower, upper }) => ({ lower, upper }),
      },
    ];
  }, [arenaRatings]);
  return (
    <Panel title={arenaRatings.coefficients} note={arenaRatings.coefficientsNote}>
      <DataTable
        caption={arenaRatings.coefficients}
        columns={columns}
        rows={props.ratings.coefficients}
        rowKey={({ feature }) => feature}
      />
    </Panel>
  );
}
