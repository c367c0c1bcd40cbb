import { capitalizePython } from '../../python/capitalize.js';
import { pythonJson } from '../../python/python-json.js';
import { parsePythonFloat } from '../../python/parse-float.js';
import { substitute } from '../../python/regex/substitute.js';
import type { Arguments } from '../arguments.js';
import { toNumber } from '../compare.js';
import { STRING_METHODS } from '../methods/string-methods.js';
import { printValue } from '../print-value.js';
import {
  defined,
  isList,
  makeFloat,
  PythonFloat,
  TemplateFailure,
  toPythonValue,
  typeName,
  type TemplateValue,
} from '../values.js';

/** A filter: the value in front of `|`, and arguments. */
export type Filter = (value: TemplateValue, args: Arguments) => TemplateValue;

const callMethod = (name: string): Filter => {
  const method = STRING_METHODS.get(name);
  return (value, args) => {
    if (method === undefined) throw new TemplateFailure(`a text has no method ${name}`);
    return method(printValue(value), args);
  };
};

/** Words begin after white space or one of `-([{<`; the rest of a word becomes lower case (Jinja2, not Python). */
const title: Filter = (value) =>
  printValue(value)
    .split(/([-\s({[<]+)/u)
    .map((word) =>
      word.replace(/^./su, (first) => first.toUpperCase()).replace(/(?<=^.).+/su, (rest) => rest.toLowerCase()),
    )
    .join('');

/** `int(default=0, base=10)`: a text that is no whole number is read as a float and cut. */
const int: Filter = (value, args) => {
  const known = defined(value);
  const number = toNumber(known);
  const fallback = args.optional(0, 'default') ?? 0;
  if (number !== undefined) {
    return typeof number === 'bigint' ? number : Number.isFinite(number) ? Math.trunc(number) : fallback;
  }
  const parsed = typeof known === 'string' ? parsePythonFloat(known) : undefined;
  return parsed === undefined || !Number.isFinite(parsed) ? fallback : Math.trunc(parsed);
};

const float: Filter = (value, args) => {
  const known = defined(value);
  const number = typeof known === 'string' ? parsePythonFloat(known) : toNumber(known);
  return number === undefined ? (args.optional(0, 'default') ?? new PythonFloat(0)) : makeFloat(Number(number));
};

/** `regex_replace(pattern, repl, count=0)`, which the reference harness adds: Python's `re.sub`. */
const regexReplace: Filter = (value, args) => {
  const known = defined(value);
  if (typeof known !== 'string')
    throw new TemplateFailure(`regex_replace: expected a text, found a ${typeName(known)}`);
  return substitute(args.text(0, 'pattern'), args.text(1, 'repl'), known, args.integer(2, 'count', 0));
};

/** `indent(width=4, first=False, blank=False)`. */
const indent: Filter = (value, args) => {
  const spaces = ' '.repeat(args.integer(0, 'width', 4));
  const [first, blank] = [args.optional(1, 'first') === true, args.optional(2, 'blank') === true];
  const lines = printValue(value).split('\n');
  return lines.map((line, index) => ((index === 0 ? first : line !== '' || blank) ? spaces + line : line)).join('\n');
};

/** JSON with the characters `<>&'` escaped, keys sorted: Jinja2's own filter, not the one of chat templates. */
const tojson: Filter = (value, args) => {
  const width = args.optional(0, 'indent');
  const sorted = sortKeys(value);
  const json = pythonJson(toPythonValue(sorted), { indent: typeof width === 'number' ? width : undefined });
  return json.replace(
    /[<>&']|[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
};

function sortKeys(value: TemplateValue): TemplateValue {
  if (isList(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null || value instanceof PythonFloat) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  );
}

/** Filters that make a text or a number of one value. */
export const TEXT_FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['string', printValue],
  ['lower', (value) => printValue(value).toLowerCase()],
  ['upper', (value) => printValue(value).toUpperCase()],
  ['capitalize', (value) => capitalizePython(printValue(value))],
  ['title', title],
  ['trim', callMethod('strip')],
  ['replace', callMethod('replace')],
  ['wordcount', (value) => (printValue(value).match(/[\p{L}\p{N}_]+/gu) ?? []).length],
  ['indent', indent],
  ['int', int],
  ['float', float],
  ['regex_replace', regexReplace],
  ['tojson', tojson],
]);
