import { type ReactNode, useMemo } from 'react';
import { formatSize } from '../../format/format-size.js';
import { useMessages } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import type { Release } from './releases.js';

/** What the picture shows, as a list that the keyboard reaches. */
export function ReleasesTable(props: { readonly releases: readonly Release[] }): ReactNode {
  const { timeline, words } = useMessages();
  const columns = useMemo((): readonly Column<Release>[] => {
    const { columns: headers } = timeline;
    return [
      {
        key: 'month',
        header: headers.month,
        value: ({ month }) => month,
        show: ({ month }) => <time dateTime={month}>{month}</time>,
      },
      { key: 'family', header: headers.family, value: ({ familyName }) => familyName },
      {
        key: 'weights',
        header: headers.weights,
        value: ({ isOpen }) => (isOpen ? 'open' : 'closed'),
        show: ({ isOpen }) => (isOpen ? words.weights.open : words.weights.closed),
      },
      {
        key: 'parameters',
        header: headers.largest,
        isNumber: true,
        value: ({ parameters }) => parameters,
        show: ({ parameters }) => formatSize(parameters),
      },
      {
        key: 'models',
        header: headers.models,
        value: ({ models }) => models.map(({ id }) => id).join(' '),
        show: ({ models }) =>
          models.map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <Link to="/models/$modelId" params={{ modelId: id }}>
                {name}
              </Link>
            </span>
          )),
      },
      {
        key: 'developer',
        header: headers.developer,
        value: ({ models }) => [...new Set(models.map(({ developer }) => developer))].join('; '),
      },
    ];
  }, [timeline, words]);
  return (
    <DataTable
      caption={timeline.list}
      columns={columns}
      rows={props.releases}
      rowKey={({ key }) => key}
      fileName="understudy-timeline"
    />
  );
}
