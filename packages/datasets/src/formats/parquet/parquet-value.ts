import type { ParquetParsers } from 'hyparquet';
import type { Feature, Value } from '../../features/feature.js';
import { pythonDate, pythonDatetime, pythonTime } from '../../features/python-time.js';

/** Keeps moments as whole nanoseconds since 1970, and dates as days: JavaScript's `Date` would lose microseconds. */
export const TIME_PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (millis) => millis * 1_000_000n,
  timestampFromMicroseconds: (micros) => micros * 1_000n,
  timestampFromNanoseconds: (nanos) => nanos,
  dateFromDays: (days) => days,
  jsonFromBytes: (bytes) => new TextDecoder().decode(bytes),
};

/** Turns what the parquet reader gives into a value of the column's type. */
export function readParquetValue(raw: unknown, feature: Feature): Value {
  if (raw === undefined || raw === null) {
    return null;
  }
  switch (feature.kind) {
    case 'list':
      return Array.from(raw as Iterable<unknown>, (item) => readParquetValue(item, feature.item));
    case 'struct': {
      const record = raw as Readonly<Record<string, unknown>>;
      return Object.fromEntries(
        feature.fields.map((field) => [field.name, readParquetValue(record[field.name], field.feature)]),
      );
    }
    case 'value':
      return readScalar(raw, feature.dtype);
    case 'class-label':
      return readScalar(raw, 'int64');
    case 'json':
      return typeof raw === 'string' ? parseJson(raw) : plain(raw);
    case 'media':
      return plain(raw);
    default:
      return feature satisfies never;
  }
}

function readScalar(raw: unknown, dtype: string): Value {
  if (dtype.startsWith('timestamp')) {
    return typeof raw === 'bigint' ? pythonDatetime(raw, dtype.includes('tz=')) : plain(raw);
  }
  if (dtype.startsWith('date') && typeof raw === 'number') {
    return pythonDate(raw);
  }
  if (dtype.startsWith('time')) {
    return pythonTime(BigInt(raw as number | bigint) * nanosecondsPerUnit(dtype));
  }
  if (dtype.startsWith('decimal') && typeof raw === 'number') {
    return raw.toFixed(Number(/, ?(\d+)\)/.exec(dtype)?.[1] ?? 0));
  }
  return plain(raw);
}

function nanosecondsPerUnit(dtype: string): bigint {
  return dtype.includes('[ms]') ? 1_000_000n : dtype.includes('[us]') ? 1_000n : 1n;
}

/** A value without a declared type: big integers become numbers where they can, gaps become null. */
function plain(raw: unknown): Value {
  switch (typeof raw) {
    case 'bigint':
      return Number.isSafeInteger(Number(raw)) ? Number(raw) : raw;
    case 'string':
    case 'number':
    case 'boolean':
      return raw;
    case 'object':
      if (raw === null || raw instanceof Uint8Array) {
        return raw;
      }
      return Array.isArray(raw)
        ? raw.map(plain)
        : Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, plain(value)]));
    default:
      return null;
  }
}

function parseJson(text: string): Value {
  try {
    const value: Value = JSON.parse(text);
    return value;
  } catch {
    return text; // `datasets` keeps a text that is no JSON as it is.
  }
}
