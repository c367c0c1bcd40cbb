import type { Column, Feature } from '../../features/feature.js';
import { FloatNumber, type TypedJson, type TypedObject } from './parse-json.js';

/**
 * The type of JSON values that stand at one place of many rows, as `datasets` 5 finds it (pyarrow's reader, with `on_mixed_types`
 * `use_json`): objects with the same keys are a struct, integers with floats are float64, and whatever does not agree is `json`.
 */
export function inferFeature(values: readonly TypedJson[]): Feature {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) {
    return { kind: 'value', dtype: 'null' };
  }
  if (present.every(isList)) {
    return { kind: 'list', item: inferFeature(present.flat()) };
  }
  if (present.every(isObject)) {
    return haveSameKeys(present) ? { kind: 'struct', fields: inferColumns(present) } : { kind: 'json' };
  }
  const dtype = scalarDtype(present);
  return dtype === undefined ? { kind: 'json' } : { kind: 'value', dtype };
}

/** The columns of rows, in the order in which their names first appear. Rows need not have the same keys. */
export function inferColumns(rows: readonly TypedObject[]): readonly Column[] {
  const values = new Map<string, TypedJson[]>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      const known = values.get(name);
      if (known === undefined) {
        values.set(name, [value]);
      } else {
        known.push(value);
      }
    }
  }
  return Array.from(values, ([name, column]) => ({ name, feature: inferFeature(column) }));
}

function haveSameKeys(objects: readonly TypedObject[]): boolean {
  const keys = Object.keys(objects[0] ?? {});
  return (
    keys.length > 0 &&
    objects.every((object) => Object.keys(object).length === keys.length && keys.every((key) => key in object))
  );
}

/** Undefined when the scalars are of different kinds, or not all scalars. */
function scalarDtype(values: readonly TypedJson[]): string | undefined {
  const kinds = new Set(values.map(scalarKind));
  if (kinds.size === 1) {
    const [kind] = kinds;
    return kind === 'string' && values.every(isTimestamp) ? 'timestamp[s]' : kind;
  }
  return [...kinds].every((kind) => kind === 'int64' || kind === 'float64') ? 'float64' : undefined;
}

function scalarKind(value: TypedJson): string | undefined {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
    case 'bigint':
      return 'int64';
    default:
      return value instanceof FloatNumber ? 'float64' : undefined;
  }
}

/** Texts that pyarrow's JSON reader takes for moments (ISO 8601, whole seconds, no offset but `Z`). */
const MOMENT = /^\d{4}-\d{2}-\d{2}([ T]\d{2}(:\d{2}(:\d{2})?)?Z?)?$/;

function isTimestamp(value: TypedJson): boolean {
  return typeof value === 'string' && MOMENT.test(value);
}

function isList(value: TypedJson): value is readonly TypedJson[] {
  return Array.isArray(value);
}

function isObject(value: TypedJson): value is TypedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof FloatNumber);
}
