import { type Column, type Feature, isFloatFeature, type Row, type Value } from '../features/feature.js';

/** A row as Python's `json.dumps(row, ensure_ascii=False)` prints it, for comparison with recorded rows. */
export function pythonJson(row: Row, columns: readonly Column[]): string {
  return print(row, { kind: 'struct', fields: columns });
}

function print(value: Value | undefined, feature: Feature): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  if (feature.kind === 'list' && Array.isArray(value)) {
    return `[${value.map((item: Value) => print(item, feature.item)).join(', ')}]`;
  }
  if (feature.kind === 'struct') {
    const record = value as Readonly<Record<string, Value>>;
    const fields = feature.fields.map(
      ({ name, feature: inner }) => `${JSON.stringify(name)}: ${print(record[name], inner)}`,
    );
    return `{${fields.join(', ')}}`;
  }
  if (typeof value === 'number' && isFloatFeature(feature)) {
    return pythonFloat(value);
  }
  return printPlain(value);
}

function printPlain(value: Value): string {
  if (typeof value === 'bigint') {
    return String(value);
  }
  if (value instanceof Uint8Array) {
    return `{"$bytes": "${Buffer.from(value).toString('hex')}"}`;
  }
  if (Array.isArray(value)) {
    return `[${value.map(printPlain).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([name, item]) => `${JSON.stringify(name)}: ${printPlain(item)}`)
      .join(', ')}}`;
  }
  return JSON.stringify(value);
}

/** Enough of Python's `repr` of a float for the rows of the fixtures. */
function pythonFloat(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) {
    return value.toFixed(1);
  }
  return String(value);
}
