import { type ReactNode, useMemo } from 'react';
import { useMessages } from '../../../messages/use-messages.js';
import type { Column } from '../../../table/column.js';
import { DataTable } from '../../../table/data-table.js';
import type { Sample } from '../calls.js';
import { formatFigure } from '../format-figure.js';
import { VisibleText } from '../visible-text/visible-text.js';

type Response = Sample['responses'][number];

/** What the model answered to each request. */
export function ResponsesTable(props: { readonly sample: Sample }): ReactNode {
  const { samples: texts } = useMessages();
  const { responses } = props.sample;
  const rows = useMemo(() => responses.map((response, place) => ({ response, place })), [responses]);
  const columns = useMemo(
    (): readonly Column<{ readonly response: Response; readonly place: number }>[] => [
      { key: 'request', header: texts.columns.request, isNumber: true, value: ({ place }) => place + 1 },
      {
        key: 'response',
        header: texts.columns.response,
        value: ({ response }) => ('text' in response ? response.text : null),
        show: ({ response }) =>
          'text' in response ? (
            <VisibleText text={response.text} />
          ) : 'logProbability' in response ? (
            formatFigure(response.logProbability, 4)
          ) : (
            response.message
          ),
      },
    ],
    [texts],
  );
  return <DataTable caption={texts.answers} columns={columns} rows={rows} rowKey={({ place }) => String(place)} />;
}
