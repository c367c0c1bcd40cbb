import { Arguments } from './arguments.js';
import { codePoints } from './code-points.js';
import { DICT_METHODS, LIST_METHODS } from './methods/container-methods.js';
import type { Method } from './methods/method.js';
import { STRING_METHODS } from './methods/string-methods.js';
import { defined, isDict, isList, Missing, TemplateFailure, typeName, type TemplateValue } from './values.js';

function bind<T>(methods: ReadonlyMap<string, Method<T>>, self: T, name: string): TemplateValue | undefined {
  const method = methods.get(name);
  return method && ((args, named) => method(self, new Arguments(`${name}()`, args, named)));
}

function findMethod(object: TemplateValue, name: string): TemplateValue | undefined {
  if (typeof object === 'string') return bind(STRING_METHODS, object, name);
  if (isList(object)) return bind(LIST_METHODS, object, name);
  return isDict(object) ? bind(DICT_METHODS, object, name) : undefined;
}

/** `object[key]`, or undefined where Python raises a `LookupError` or `TypeError`. */
function findItem(object: TemplateValue, key: TemplateValue): TemplateValue | undefined {
  if (isDict(object)) return typeof key === 'string' && Object.hasOwn(object, key) ? object[key] : undefined;
  const index = typeof key === 'boolean' ? Number(key) : key;
  if (typeof index !== 'number' || !Number.isInteger(index)) return undefined;
  if (isList(object)) return object.at(index);
  return typeof object === 'string' ? codePoints(object).at(index) : undefined;
}

/** `object.name`: a method of its Python type first, then the key of a dictionary. */
export function getAttribute(object: TemplateValue, name: string): TemplateValue {
  const known = defined(object);
  return (
    findMethod(known, name) ??
    findItem(known, name) ??
    new Missing(`a ${typeName(known)} has no attribute or key '${name}'`)
  );
}

/** `object[key]`: the item first, then a method of that name. */
export function getItem(object: TemplateValue, key: TemplateValue): TemplateValue {
  const [known, knownKey] = [defined(object), defined(key)];
  const method = typeof knownKey === 'string' ? findMethod(known, knownKey) : undefined;
  return (
    findItem(known, knownKey) ?? method ?? new Missing(`a ${typeName(known)} has no item ${JSON.stringify(knownKey)}`)
  );
}

/** The bounds of a Python slice: each absent (undefined or None) or a whole number. */
export interface SliceBounds {
  readonly start: TemplateValue | undefined;
  readonly stop: TemplateValue | undefined;
  readonly step: TemplateValue | undefined;
}

function bound(value: TemplateValue | undefined): number | undefined {
  const known = value === undefined ? null : defined(value);
  if (known === null) return undefined;
  if (typeof known === 'number' && Number.isInteger(known)) return known;
  throw new TemplateFailure('slice positions must be whole numbers');
}

/** Where a bound falls in a sequence (CPython's `PySlice_AdjustIndices`). */
function clamp(value: number, length: number, step: number): number {
  const [low, high] = step < 0 ? [-1, length - 1] : [0, length];
  const position = value < 0 ? value + length : value;
  return Math.min(Math.max(position, low), high);
}

function sliceList<T>(items: readonly T[], bounds: SliceBounds): T[] {
  const step = bound(bounds.step) ?? 1;
  if (step === 0) throw new TemplateFailure('slice step cannot be zero');
  const [start, stop] = [bound(bounds.start), bound(bounds.stop)];
  const from = start === undefined ? (step < 0 ? items.length - 1 : 0) : clamp(start, items.length, step);
  const to = stop === undefined ? (step < 0 ? -1 : items.length) : clamp(stop, items.length, step);
  const picked: T[] = [];
  for (let index = from; step < 0 ? index > to : index < to; index += step)
    picked.push(...items.slice(index, index + 1));
  return picked;
}

/** `object[start:stop:step]` of a list or a text. */
export function getSlice(object: TemplateValue, bounds: SliceBounds): TemplateValue {
  const known = defined(object);
  if (isList(known)) return sliceList(known, bounds);
  if (typeof known === 'string') return sliceList(codePoints(known), bounds).join('');
  throw new TemplateFailure(`a ${typeName(known)} has no slices`);
}
