import type { BattleTable } from './battle-table.js';
import { MISSING, pickRows } from './coded-column.js';

/** The battles at these rows, in this order; models without any of them are not in the new table. */
export function selectBattles(table: BattleTable, rows: Int32Array): BattleTable {
  return withoutUnusedModels(selectRows(table, rows));
}

/** The battles at these rows, in this order, of the same models. */
export function selectRows(table: BattleTable, rows: Int32Array): BattleTable {
  const { time } = table;
  return {
    models: table.models,
    first: Int32Array.from(rows, (row) => table.first[row]!),
    second: Int32Array.from(rows, (row) => table.second[row]!),
    outcome: Uint8Array.from(rows, (row) => table.outcome[row]!),
    columns: new Map([...table.columns].map(([name, column]) => [name, pickRows(column, rows)])),
    time: time === null ? null : Float64Array.from(rows, (row) => time[row]!),
    leftOut: table.leftOut,
  };
}

function withoutUnusedModels(table: BattleTable): BattleTable {
  const { models, first, second } = table;
  const used = new Uint8Array(models.length);
  for (const model of first) used[model] = 1;
  for (const model of second) used[model] = 1;
  const numbers = new Int32Array(models.length);
  let count = 0;
  for (let model = 0; model < used.length; model += 1) if (used[model] === 1) numbers[model] = count++;
  return {
    ...table,
    models: models.filter((_, model) => used[model] === 1),
    first: first.map((model) => numbers[model]!),
    second: second.map((model) => numbers[model]!),
  };
}

/** The rows for which a test of the row number holds. */
export function rowsWhere(table: BattleTable, test: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(table.first.length);
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) if (test(row)) rows[count++] = row;
  return rows.subarray(0, count);
}

/** The battles of one value of a column; `value` is undefined for those that have none. */
export interface BattleGroup {
  readonly value: string | undefined;
  readonly battles: BattleTable;
}

const byNumberOrName = new Intl.Collator('en', { numeric: true });

/** The battles by the values of a column, which the table must have: numbers in their order, then names; those without a value last. */
export function groupBattles(table: BattleTable, column: string): readonly BattleGroup[] {
  // The caller has checked that the column is there.
  const { values, codes } = table.columns.get(column)!;
  const rows = rowsByCode(codes, values.length);
  const groups = rows.map((of, code) => ({ value: values[code], rows: of })).filter((group) => group.rows.length > 0);
  groups.sort((one, other) =>
    one.value === undefined ? 1 : other.value === undefined ? -1 : byNumberOrName.compare(one.value, other.value),
  );
  return groups.map((group) => ({ value: group.value, battles: selectBattles(table, group.rows) }));
}

/** The rows of each code, those of a missing value behind the last one. */
function rowsByCode(codes: Int32Array, count: number): readonly Int32Array[] {
  const place = (code: number): number => (code === MISSING ? count : code);
  const sizes = new Int32Array(count + 1);
  for (const code of codes) sizes[place(code)]! += 1;
  const rows = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  codes.forEach((code, row) => {
    const at = place(code);
    rows[at]![sizes[at]!++] = row;
  });
  return rows;
}
