import { addTemplateValues } from '../arithmetic.js';
import type { Arguments } from '../arguments.js';
import { getItem } from '../attributes.js';
import { codePoints } from '../code-points.js';
import { compareValues, isEqual, isTrue, iterate, toNumber } from '../compare.js';
import { printValue } from '../print-value.js';
import {
  defined,
  isDict,
  isList,
  makeFloat,
  Missing,
  PythonFloat,
  TemplateFailure,
  typeName,
  type TemplateValue,
} from '../values.js';
import type { Filter } from './text-filters.js';

/** `attribute='a.b'` reaches into each item. */
function picker(args: Arguments, index: number): (item: TemplateValue) => TemplateValue {
  const attribute = args.optional(index, 'attribute');
  if (attribute === undefined || attribute === null) return (item) => item;
  const path = printValue(attribute).split('.');
  return (item) =>
    path.reduce<TemplateValue>((value, key) => getItem(value, /^\d+$/.test(key) ? Number(key) : key), item);
}

const length: Filter = (value) => {
  const known = defined(value);
  if (typeof known === 'string') return codePoints(known).length;
  if (isList(known)) return known.length;
  if (isDict(known)) return Object.keys(known).length;
  throw new TemplateFailure(`a ${typeName(known)} has no length`);
};

const join: Filter = (value, args) =>
  iterate(value)
    .map(picker(args, 1))
    .map(printValue)
    .join(args.text(0, 'd', ''));

/** Texts compare in lower case unless `case_sensitive` is true. */
const foldCase = (value: TemplateValue): TemplateValue => (typeof value === 'string' ? value.toLowerCase() : value);

const sort: Filter = (value, args) => {
  const isReversed = args.optional(0, 'reverse') === true;
  const fold = args.optional(1, 'case_sensitive') === true ? (item: TemplateValue) => item : foldCase;
  const pick = picker(args, 2);
  const sorted = [...iterate(value)].sort((a, b) => {
    const order = compareValues(fold(pick(a)), fold(pick(b)));
    return isReversed ? -order : order;
  });
  return sorted;
};

const unique: Filter = (value) => {
  const kept: TemplateValue[] = [];
  for (const item of iterate(value)) {
    if (!kept.some((other) => isEqual(foldCase(other), foldCase(item)))) kept.push(item);
  }
  return kept;
};

function extreme(isBetter: (order: number) => boolean): Filter {
  return (value) => {
    const items = iterate(value);
    if (items.length === 0) return new Missing('the sequence is empty');
    return items.reduce((best, item) => (isBetter(compareValues(foldCase(item), foldCase(best))) ? item : best));
  };
}

const sum: Filter = (value, args) =>
  iterate(value)
    .map(picker(args, 0))
    .reduce<TemplateValue>((total, item) => addTemplateValues(total, item), args.optional(1, 'start') ?? 0);

/** Python's `round`: to the nearest, halves of exactly representable numbers to even. */
const round: Filter = (value, args) => {
  const number = Number(toNumber(defined(value)) ?? Number.NaN);
  const factor = 10 ** args.integer(0, 'precision', 0);
  const method = args.text(1, 'method', 'common');
  const scaled = number * factor;
  if (method === 'ceil' || method === 'floor') return makeFloat(Math[method](scaled) / factor);
  const floor = Math.floor(scaled);
  const isTie = scaled - floor === 0.5;
  return makeFloat((isTie ? floor + (floor % 2 === 0 ? 0 : 1) : Math.round(scaled)) / factor);
};

const fallback: Filter = (value, args) => {
  const isMissing = value instanceof Missing || (args.optional(1, 'boolean') === true && !isTrue(value));
  return isMissing ? (args.optional(0, 'default_value') ?? '') : value;
};

const first: Filter = (value) => iterate(value)[0] ?? new Missing('the sequence is empty');
const last: Filter = (value) => iterate(value).at(-1) ?? new Missing('the sequence is empty');

const reverse: Filter = (value) => {
  if (typeof value === 'string') return codePoints(value).reverse().join('');
  return [...iterate(value)].reverse();
};

const abs: Filter = (value) => {
  const number = toNumber(defined(value));
  if (number === undefined) throw new TemplateFailure(`a ${typeName(defined(value))} has no absolute value`);
  const positive = number < 0 ? -number : number;
  return value instanceof PythonFloat ? makeFloat(Number(positive)) : positive;
};

const dictsort: Filter = (value) => {
  const known = defined(value);
  if (!isDict(known)) throw new TemplateFailure(`dictsort: expected a dict, found a ${typeName(known)}`);
  return Object.entries(known).sort(([a], [b]) => compareValues(a.toLowerCase(), b.toLowerCase()));
};

/** Filters over sequences, and `default`. */
export const SEQUENCE_FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['length', length],
  ['count', length],
  ['join', join],
  ['list', (value) => [...iterate(value)]],
  ['first', first],
  ['last', last],
  ['reverse', reverse],
  ['sort', sort],
  ['unique', unique],
  ['min', extreme((order) => order < 0)],
  ['max', extreme((order) => order > 0)],
  ['sum', sum],
  ['round', round],
  ['abs', abs],
  ['dictsort', dictsort],
  ['items', (value) => (value instanceof Missing ? [] : Object.entries(defined(value) ?? {}))],
  ['default', fallback],
  ['d', fallback],
]);
