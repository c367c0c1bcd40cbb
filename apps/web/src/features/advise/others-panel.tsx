import { type ReactNode, useMemo } from 'react';
import { formatInterval, formatNumber, formatPercent } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import { useMessages } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { WithInterval } from '../../table/with-interval.js';
import type { Advice, Ranked } from './calls.js';
import { ModelLink } from './model-link.js';

const share = (value: number): string => formatNumber(value, 3);

/** Models that were measured as well, and why they are not on the shortlist. */
export function OthersPanel(props: { readonly advice: Advice }): ReactNode {
  const messages = useMessages();
  const { others, shortlist } = props.advice;
  const { advise } = messages;
  const columns = useMemo((): readonly Column<Ranked>[] => {
    const names = new Map([...others, ...shortlist].map(({ id, name }) => [id, name]));
    return [
      {
        key: 'model',
        header: advise.columns.model,
        value: ({ name }) => name,
        show: (model) => <ModelLink model={model} />,
      },
      {
        key: 'score',
        header: advise.columns.score,
        isNumber: true,
        value: ({ score }) => score.estimate,
        show: ({ score }) => (
          <WithInterval value={share(score.estimate)} interval={formatInterval(score.interval, share)} />
        ),
      },
      { key: 'why', header: advise.columns.why, value: (model) => whyOf(model, names, advise) },
    ];
  }, [others, shortlist, advise]);
  return (
    <Panel title={advise.others}>
      <DataTable caption={advise.others} columns={columns} rows={others} rowKey={({ id }) => id} />
    </Panel>
  );
}

function whyOf({ pareto, score }: Ranked, names: ReadonlyMap<string, string>, advise: Messages['advise']): string {
  if (!pareto.isOnFront) return advise.dominatedBy(pareto.dominatedBy.map((id) => names.get(id) ?? id));
  return score.coverage < 1 ? advise.incomplete(formatPercent(score.coverage)) : advise.furtherDown;
}
