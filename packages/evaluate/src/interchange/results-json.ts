import { pythonJson, type PythonShape, type PythonValue } from '@understudy/tasks';
import type { JsonObject } from '@understudy/store';

/** Keys of the blocks `results` and `groups` that hold whole numbers. */
const COUNTS = new Set(['sample_len', 'sample_count']);
/** Keys of floats elsewhere. */
const FLOATS = new Set([
  'version',
  'limit',
  'date',
  'temperature',
  'top_p',
  'min_p',
  'lower',
  'upper',
  'elapsed_seconds',
]);

/**
 * Results as the reference harness writes its file: `json.dumps(results, indent=2, ensure_ascii=False)`, floats where Python has
 * floats (`1.0`). Metrics (but `bypass`, which is always 999), versions, limit and date are floats there, all other numbers whole.
 */
export function resultsJson(results: JsonObject): string {
  // Results are made of JSON's values only.
  const value = withoutUndefined(results) as PythonValue;
  return pythonJson(value, { indent: 2, shape: shapeOf(value, '', []) });
}

function shapeOf(value: PythonValue, key: string, path: readonly string[]): PythonShape {
  if (typeof value === 'number') return isFloat(key, path) ? { kind: 'float' } : { kind: 'other' };
  if (value === null || typeof value !== 'object') return { kind: 'other' };
  if (isList(value)) {
    // Objects in lists keep their own keys' order; none of the harness's holds a float.
    const [first] = value;
    return typeof first === 'number' ? { kind: 'list', item: shapeOf(first, key, path) } : { kind: 'other' };
  }
  const fields = Object.entries(value).map(([name, item]) => ({ name, shape: shapeOf(item, name, [...path, name]) }));
  return { kind: 'dict', fields };
}

function isFloat(key: string, path: readonly string[]): boolean {
  const [block, , entry = ''] = path;
  if (block === 'results' || block === 'groups') return !COUNTS.has(entry) && !entry.startsWith('bypass,');
  return block === 'versions' || FLOATS.has(key);
}

// Array.isArray does not narrow readonly arrays out of a union.
function isList(value: readonly PythonValue[] | object): value is readonly PythonValue[] {
  return Array.isArray(value);
}

/** Drops undefined members, as `JSON.stringify` does. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(members.map(([name, item]) => [name, withoutUndefined(item)]));
}
