import { type ReactNode, useMemo } from 'react';
import { formatNumber, formatPercent } from '../../format/format-number.js';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import classes from './advise.module.css';
import type { Advice } from './calls.js';
import { ModelLink } from './model-link.js';
import { SourceLink } from './source-link.js';

type Published = Advice['publishedOnly'][number];

/** Models of which only others' figures are known: never mixed with what was measured. */
export function PublishedPanel(props: { readonly advice: Advice }): ReactNode {
  const { advise } = useMessages();
  const { publishedOnly } = props.advice;
  const columns = useMemo(
    (): readonly Column<Published>[] => [
      {
        key: 'model',
        header: advise.columns.model,
        value: ({ name }) => name,
        show: (model) => <ModelLink model={model} />,
      },
      {
        key: 'ratio',
        header: advise.columns.ratio,
        isNumber: true,
        value: ({ standing }) => standing.ratio,
        show: ({ standing }) => formatNumber(standing.ratio, 2),
      },
      {
        key: 'coverage',
        header: advise.columns.coverage,
        isNumber: true,
        value: ({ standing }) => standing.coverage,
        show: ({ standing }) => formatPercent(standing.coverage),
      },
      {
        key: 'source',
        header: advise.columns.evidence,
        value: ({ standing }) => sourcesOf(standing).join('; '),
        show: ({ standing }) => (
          <div className={classes['links']}>
            {sourcesOf(standing).map((source) => (
              <SourceLink key={source} source={source} />
            ))}
          </div>
        ),
      },
    ],
    [advise],
  );
  return (
    <Panel title={advise.published} note={advise.publishedNote}>
      <DataTable
        caption={advise.published}
        columns={columns}
        rows={publishedOnly}
        rowKey={({ id }) => id}
        fileName="understudy-published"
      />
    </Panel>
  );
}

function sourcesOf({ comparisons }: Published['standing']): readonly string[] {
  return [...new Set(comparisons.map(({ source }) => source))];
}
