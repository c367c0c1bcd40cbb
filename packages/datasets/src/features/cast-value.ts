import type { Column, Feature, Row, Value } from './feature.js';
import { pythonDatetime } from './python-time.js';

/** A row of a text format, read as the columns say: missing columns are null, nested fields in order. Throws `TypeError` for a value that can't be what its column is. */
export function castRow(row: { readonly [name: string]: Value }, columns: readonly Column[]): Row {
  return Object.fromEntries(columns.map(({ name, feature }) => [name, castColumn(name, row[name], feature)]));
}

function castColumn(name: string, value: Value | undefined, feature: Feature): Value {
  try {
    return castValue(value, feature);
  } catch (error) {
    throw error instanceof TypeError ? new TypeError(`column ${JSON.stringify(name)}: ${error.message}`) : error;
  }
}

function castValue(value: Value | undefined, feature: Feature): Value {
  if (value === undefined || value === null) {
    return null;
  }
  switch (feature.kind) {
    case 'list':
      if (!Array.isArray(value)) {
        throw mismatch(value, 'a list');
      }
      return value.map((item: Value) => castValue(item, feature.item));
    case 'struct':
      if (!isRecord(value)) {
        throw mismatch(value, 'an object');
      }
      return castRow(value, feature.fields);
    case 'value':
      return castScalar(value, feature.dtype);
    case 'class-label':
      return typeof value === 'string' ? labelNumber(value, feature.names) : castScalar(value, 'int64');
    case 'json':
      return typeof value === 'string' ? parseText(value) : value;
    case 'media':
      return value;
    default:
      return feature satisfies never;
  }
}

function castScalar(value: Value, dtype: string): Value {
  if (typeof value === 'object') {
    throw mismatch(value, dtype);
  }
  if (dtype === 'string' || dtype === 'large_string') {
    return typeof value === 'string' ? value : String(value);
  }
  if (dtype.startsWith('timestamp')) {
    const time = typeof value === 'string' ? Date.parse(isoText(value)) : NaN;
    if (Number.isNaN(time)) {
      throw mismatch(value, dtype);
    }
    return pythonDatetime(BigInt(time) * 1_000_000n, false);
  }
  if (typeof value === 'string' && /^u?int|^float/.test(dtype)) {
    if (value.trim() === '' || Number.isNaN(Number(value))) {
      throw mismatch(value, dtype);
    }
    return Number(value);
  }
  return value;
}

function isoText(text: string): string {
  const [date = '', time = '00:00:00'] = text.replace(/Z$/, '').split(/[ T]/);
  return `${date}T${`${time}:00:00`.slice(0, 8)}Z`;
}

function labelNumber(value: string, names: readonly string[]): number {
  const index = names.indexOf(value);
  if (index >= 0) {
    return index;
  }
  if (/^\d+$/.test(value) && Number(value) < names.length) {
    return Number(value);
  }
  throw mismatch(value, `one of the labels ${names.join(', ')}`);
}

/** `datasets` stores mixed columns as JSON text, so a text that is JSON itself comes back parsed. */
function parseText(text: string): Value {
  try {
    const value: Value = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

function isRecord(value: Value): value is { readonly [name: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

function mismatch(value: Value, expected: string): TypeError {
  const shown = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  return new TypeError(`${shown.slice(0, 60)} is not ${expected}`);
}
