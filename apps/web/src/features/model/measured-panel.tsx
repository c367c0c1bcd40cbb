import { type ReactNode, useMemo } from 'react';
import { formatCount, formatInterval, formatNumber, formatPercent } from '../../format/format-number.js';
import { useLanguage } from '../../messages/use-messages.js';
import { Link } from '../../page/link.js';
import { Panel } from '../../page/panel.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { WithInterval } from '../../table/with-interval.js';
import type { CatalogModel, MeasuredResult } from './calls.js';
import { measuredSetting } from './measured-setting.js';

/** A value as it is shown: shares in per cent. */
export function formatMeasured(value: number, { isProportion }: MeasuredResult): string {
  return isProportion ? formatPercent(value, 1) : formatNumber(value, 2);
}

/** A result with its interval, leading to its samples; a group of tasks has none of its own. */
export function MeasuredValue(props: { readonly result: MeasuredResult }): ReactNode {
  const { result } = props;
  const { value, lower, upper, runId, task, isGroup } = result;
  const format = (each: number): string => formatMeasured(each, result);
  const interval = formatInterval(lower === null || upper === null ? null : { lower, upper }, format);
  return (
    <>
      {isGroup ? (
        <Link to="/runs/$runId" params={{ runId }}>
          {format(value)}
        </Link>
      ) : (
        <Link to="/runs/$runId/tasks/$task" params={{ runId, task }}>
          {format(value)}
        </Link>
      )}{' '}
      <WithInterval value="" interval={interval} />
    </>
  );
}

/** Our results of a model's files. */
export function MeasuredPanel(props: { readonly body: CatalogModel }): ReactNode {
  const { language, messages } = useLanguage();
  const { model } = messages;
  const { card, measured } = props.body;
  const columns = useMemo((): readonly Column<MeasuredResult>[] => {
    const { measuredColumns: headers } = model;
    return [
      { key: 'task', header: headers.task, value: ({ task }) => task, saved: ({ benchmark }) => ({ benchmark }) },
      {
        key: 'value',
        header: headers.value,
        isNumber: true,
        value: ({ value }) => value,
        show: (result) => <MeasuredValue result={result} />,
        saved: ({ lower, upper, count, runId }) => ({ lower, upper, count, run: runId }),
      },
      {
        key: 'rank',
        header: headers.rank,
        hint: model.measuredRankHint,
        isNumber: true,
        value: ({ rank }) => rank,
        show: ({ rank, models }) => (rank === null ? '–' : model.rankOf(rank, models)),
        saved: ({ models }) => ({ of: models }),
      },
      {
        key: 'documents',
        header: headers.documents,
        isNumber: true,
        value: ({ count }) => count,
        show: ({ count }) => formatCount(count, language),
      },
      {
        key: 'setting',
        header: headers.setting,
        value: (result) => measuredSetting(result, messages, language),
        saved: ({ column }) => ({ column }),
      },
      {
        key: 'quantization',
        header: headers.quantization,
        value: ({ quantization }) => quantization,
        show: ({ quantization }) => quantization ?? '–',
      },
    ];
  }, [model, messages, language]);
  return (
    <Panel
      title={model.measured}
      note={model.measuredNote}
      actions={
        measured.length > 0 && (
          <Link to="/leaderboard" search={{ family: card.family }}>
            {model.toLeaderboard}
          </Link>
        )
      }
    >
      {measured.length === 0 ? (
        model.notMeasured
      ) : (
        <DataTable
          caption={model.measured}
          columns={columns}
          rows={measured}
          rowKey={({ column, runId }) => `${column} ${runId}`}
          fileName={`understudy-measured-${card.id}`}
        />
      )}
    </Panel>
  );
}
