import { type ReactNode, useMemo } from 'react';
import { formatNumber, formatSigned } from '../../format/format-number.js';
import { useMessages } from '../../messages/use-messages.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import type { SnapshotDiff } from './calls.js';

type Row = SnapshotDiff['models'][number];
type Place = Row['before'];

/** Rating and rank of each model before and after. */
export function DiffTable(props: { readonly diff: SnapshotDiff }): ReactNode {
  const { snapshots } = useMessages();
  const columns = useMemo((): readonly Column<Row>[] => {
    const { diffColumns: headers } = snapshots;
    const shown = (place: Place): string =>
      place === null ? snapshots.absent : `${formatNumber(place.rating)} (${headers.rank} ${place.rank})`;
    return [
      { key: 'model', header: headers.model, value: ({ name }) => name, saved: ({ model }) => ({ id: model }) },
      {
        key: 'before',
        header: headers.before,
        isNumber: true,
        value: ({ before }) => before?.rating ?? null,
        show: ({ before }) => shown(before),
        saved: ({ before }) => ({ rank_before: before?.rank }),
      },
      {
        key: 'after',
        header: headers.after,
        isNumber: true,
        value: ({ after }) => after?.rating ?? null,
        show: ({ after }) => shown(after),
        saved: ({ after }) => ({ rank_after: after?.rank }),
      },
      {
        key: 'change',
        header: headers.change,
        isNumber: true,
        value: ({ change }) => change,
        show: ({ change }) => formatSigned(change, 1),
      },
    ];
  }, [snapshots]);
  return (
    <DataTable
      caption={snapshots.changes}
      columns={columns}
      rows={props.diff.models}
      rowKey={({ model }) => model}
      fileName="understudy-snapshots"
    />
  );
}
