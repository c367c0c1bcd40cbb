import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import type { Column } from '../../table/column.js';
import { DataTable } from '../../table/data-table.js';
import { type Reference, REFERENCES } from './calls.js';
import { ScoreModel, ScoreValue } from './score-text.js';
import type { ShownTable } from './shown-tables.js';
import { tableSetting } from './table-setting.js';
import { VerdictMark } from './verdict-mark.js';
import { WholeTable } from './whole-table.js';

/** The tables of an area's benchmarks: the best open model of each, against the references that the same table has. */
export function TablesTable(props: {
  readonly caption: string;
  readonly fileName: string;
  readonly tables: readonly ShownTable[];
}): ReactNode {
  const { language, messages } = useLanguage();
  const { capabilities } = messages;
  const columns = useMemo((): readonly Column<ShownTable>[] => {
    const { columns: headers } = capabilities;
    const against = (reference: Reference): Column<ShownTable> => ({
      key: reference.replaceAll(/\W/g, '_'),
      header: capabilities.references[reference],
      isNumber: true,
      value: ({ column }) => column.references[reference]?.value ?? null,
      show: ({ column }) => {
        const score = column.references[reference];
        const verdict = column.verdicts[reference];
        if (score === null) return '–';
        return (
          <>
            <span title={score.label}>
              <ScoreValue score={score} column={column} />
            </span>{' '}
            {verdict !== null && <VerdictMark verdict={verdict} column={column} />}
          </>
        );
      },
      saved: ({ column }) => ({
        [`${reference.replaceAll(/\W/g, '_')}_label`]: column.references[reference]?.label,
        [`${reference.replaceAll(/\W/g, '_')}_verdict`]: column.verdicts[reference]?.kind,
      }),
    });
    return [
      { key: 'benchmark', header: headers.benchmark, value: ({ row }) => row.benchmark.name },
      {
        key: 'origin',
        header: headers.origin,
        value: ({ column }) => column.origin,
        show: ({ column }) => capabilities.origins[column.origin],
      },
      {
        key: 'best_open',
        header: headers.bestOpen,
        value: ({ column }) => column.bestOpen?.label ?? null,
        show: ({ column }) => (column.bestOpen === null ? '–' : <ScoreModel score={column.bestOpen} />),
        saved: ({ column }) => ({ best_open_id: column.bestOpen?.modelId }),
      },
      {
        key: 'value',
        header: headers.value,
        isNumber: true,
        value: ({ column }) => column.bestOpen?.value ?? null,
        show: ({ column }) => (column.bestOpen === null ? '–' : <ScoreValue score={column.bestOpen} column={column} />),
      },
      ...REFERENCES.map((reference) => against(reference)),
      {
        key: 'metric',
        header: headers.metric,
        value: ({ column }) => column.metric,
        show: ({ column }) =>
          `${column.metric ?? '–'}${column.higherIsBetter ? '' : ` (${messages.comparison.lowerIsBetter})`}`,
      },
      {
        key: 'setting',
        header: headers.setting,
        value: ({ column }) => tableSetting(column, messages, language),
        saved: ({ column }) => ({ table: column.key }),
      },
      {
        key: 'source',
        header: headers.source,
        value: ({ column }) => column.source,
        show: ({ column }) => <WholeTable column={column} />,
        saved: ({ column }) => ({ date: column.date }),
      },
    ];
  }, [capabilities, messages, language]);
  return (
    <DataTable
      caption={props.caption}
      columns={columns}
      rows={props.tables}
      rowKey={({ row, column }) => `${row.benchmark.id} ${column.key}`}
      fileName={props.fileName}
    />
  );
}
