import { numberRepr } from './python-repr.js';
import { itemShape, shapedEntries, type PythonShape, type PythonValue } from './python-value.js';

/** How `json.dumps` lays a value out. */
export interface PythonJsonOptions {
  /** Spaces a level; undefined writes one line with `", "` and `": "`. */
  readonly indent?: number | undefined;
  /** Tells floats and the order of keys; for a row, its columns. */
  readonly shape?: PythonShape | undefined;
}

/**
 * Python's `json.dumps(value, indent=…, ensure_ascii=False)`. It differs from `JSON.stringify` in floats (`1.0`, `1e-05`,
 * `NaN`, `Infinity`) and in whole numbers above 2^53; lm-evaluation-harness hashes documents in this form (indent 2).
 */
export function pythonJson(value: PythonValue, options: PythonJsonOptions = {}): string {
  const { indent } = options;
  const write = (item: PythonValue, shape: PythonShape | undefined, level: number): string => {
    if (typeof item === 'number') return jsonNumber(item, shape);
    if (typeof item === 'bigint') return String(item);
    // Strings too: of those only lone surrogates are written otherwise by Python, and UTF-8 data cannot have any.
    if (item === null || typeof item !== 'object') return JSON.stringify(item);
    const isList = Array.isArray(item);
    const parts = isList
      ? item.map((part: PythonValue) => write(part, itemShape(shape), level + 1))
      : shapedEntries(item as { readonly [key: string]: PythonValue }, shape).map(
          ([key, part, inner]) => `${JSON.stringify(key)}: ${write(part, inner, level + 1)}`,
        );
    return enclose(parts, isList ? '[]' : '{}', level);
  };
  const enclose = (parts: readonly string[], brackets: string, level: number): string => {
    const [open, close] = [brackets.charAt(0), brackets.charAt(1)];
    if (parts.length === 0) return brackets;
    if (indent === undefined) return open + parts.join(', ') + close;
    const inner = `\n${' '.repeat(indent * (level + 1))}`;
    return open + inner + parts.join(`,${inner}`) + `\n${' '.repeat(indent * level)}` + close;
  };
  return write(value, options.shape, 0);
}

function jsonNumber(value: number, shape: PythonShape | undefined): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  return numberRepr(value, shape);
}
