import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.js';
import type { Column } from './column.js';
import { saveFile } from './save-file.js';
import { type Cell, toCsv } from './to-csv.js';

/** Every value of a row by its column's name, with what is saved beside it. */
export function savedRow<Row>(columns: readonly Column<Row>[], row: Row): Readonly<Record<string, Cell>> {
  const entries = columns.map((column) => ({ [column.key]: column.value(row), ...column.saved?.(row) }));
  return Object.assign({}, ...entries) as Readonly<Record<string, Cell>>;
}

/** Saves the rows as they came, unrounded. */
export function SaveTable<Row>(props: {
  readonly fileName: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}): ReactNode {
  const { table } = useMessages();
  const saved = (): readonly Readonly<Record<string, Cell>>[] => props.rows.map((row) => savedRow(props.columns, row));
  const saveCsv = (): void => {
    const rows = saved();
    const header = Object.keys(rows[0] ?? {});
    const text = toCsv(
      header,
      rows.map((row) => header.map((key) => row[key])),
    );
    saveFile(`${props.fileName}.csv`, text, 'text/csv');
  };
  return (
    <Group gap="xs" mt="sm">
      <Button size="compact-sm" variant="default" onClick={saveCsv}>
        {table.saveCsv}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => saveFile(`${props.fileName}.json`, `${JSON.stringify(saved(), null, 2)}\n`, 'application/json')}
      >
        {table.saveJson}
      </Button>
    </Group>
  );
}
