import { floatRepr } from './float-repr.js';
import { itemShape, shapedEntries, type PythonShape, type PythonValue } from './python-value.js';

/** Characters that Python's `str.isprintable` refuses: the categories Other and Separator, except the space. */
const NOT_PRINTABLE = /[\p{C}\p{Z}]/u;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
]);

/** Python's `repr(value)`. A whole number prints as an int unless its shape says that it is a float. */
export function pythonRepr(value: PythonValue, shape?: PythonShape): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return numberRepr(value, shape);
  if (typeof value === 'string') return stringRepr(value);
  if (isList(value)) return `[${value.map((item) => pythonRepr(item, itemShape(shape))).join(', ')}]`;
  const entries = shapedEntries(value, shape);
  return `{${entries.map(([key, item, inner]) => `${stringRepr(key)}: ${pythonRepr(item, inner)}`).join(', ')}}`;
}

/** Python's `str(value)`: strings as they are, everything else as `repr`. */
export function pythonStr(value: PythonValue, shape?: PythonShape): string {
  return typeof value === 'string' ? value : pythonRepr(value, shape);
}

/** Python's `repr(number)`: an int if it is whole and not known to be a float. */
export function numberRepr(value: number, shape?: PythonShape): string {
  const isWhole = Number.isInteger(value) && !Object.is(value, -0);
  return isWhole && shape?.kind !== 'float' ? BigInt(value).toString() : floatRepr(value);
}

function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let written = quote;
  for (const character of text) written += character === quote ? `\\${quote}` : escapeCharacter(character);
  return written + quote;
}

function escapeCharacter(character: string): string {
  const escape = ESCAPES.get(character);
  if (escape !== undefined) return escape;
  if (character === ' ' || !NOT_PRINTABLE.test(character)) return character;
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
  return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

// Array.isArray does not narrow readonly arrays out of a union.
function isList(value: readonly PythonValue[] | object): value is readonly PythonValue[] {
  return Array.isArray(value);
}
