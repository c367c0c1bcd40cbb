import { codePoints, compareCodePoints } from './code-points.js';
import { defined, isDict, isList, PythonFloat, TemplateFailure, typeName, type TemplateValue } from './values.js';

/** Python's `bool(value)`. Fails for undefined values. */
export function isTrue(value: TemplateValue): boolean {
  const known = defined(value);
  if (known instanceof PythonFloat) return known.value !== 0;
  if (isList(known)) return known.length > 0;
  if (isDict(known)) return Object.keys(known).length > 0;
  // NaN is true in Python.
  return Boolean(known) || Number.isNaN(known);
}

/** The value as a number where Python counts it as one (`True` is 1). */
export function toNumber(value: TemplateValue): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return Number(value);
  return value instanceof PythonFloat ? value.value : undefined;
}

/** Python's `==`: numbers by value, lists and dictionaries by content; different types are unequal. */
export function isEqual(a: TemplateValue, b: TemplateValue): boolean {
  const [left, right] = [defined(a), defined(b)];
  const [leftNumber, rightNumber] = [toNumber(left), toNumber(right)];
  // Loose equality on purpose: 1n == 1.
  // oxlint-disable-next-line eqeqeq
  if (leftNumber !== undefined && rightNumber !== undefined) return leftNumber == rightNumber;
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, index) => isEqual(item, right[index] ?? null));
  }
  if (isDict(left) && isDict(right)) {
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every((key) => Object.hasOwn(right, key) && isEqual(left[key] ?? null, right[key] ?? null))
    );
  }
  return left === right;
}

/** Python's order: below 0, 0 or above 0. Fails for types that Python cannot order. */
export function compareValues(a: TemplateValue, b: TemplateValue): number {
  const [left, right] = [defined(a), defined(b)];
  const [leftNumber, rightNumber] = [toNumber(left), toNumber(right)];
  if (leftNumber !== undefined && rightNumber !== undefined) {
    return leftNumber < rightNumber ? -1 : leftNumber > rightNumber ? 1 : leftNumber === rightNumber ? 0 : Number.NaN;
  }
  if (typeof left === 'string' && typeof right === 'string') return compareCodePoints(left, right);
  if (isList(left) && isList(right)) {
    for (const [index, item] of left.entries()) {
      const other = right[index];
      if (other === undefined) return 1;
      if (!isEqual(item, other)) return compareValues(item, other);
    }
    return left.length - right.length;
  }
  throw new TemplateFailure(`a ${typeName(left)} and a ${typeName(right)} have no order`);
}

/** Python's `item in container`. */
export function contains(container: TemplateValue, item: TemplateValue): boolean {
  const known = defined(container);
  if (typeof known === 'string') {
    if (typeof item !== 'string') throw new TemplateFailure(`a text cannot contain a ${typeName(defined(item))}`);
    return known.includes(item);
  }
  if (isList(known)) return known.some((member) => isEqual(member, item));
  if (isDict(known)) return typeof item === 'string' && Object.hasOwn(known, item);
  throw new TemplateFailure(`a ${typeName(known)} contains nothing (in)`);
}

/** The items that Python iterates over: of a list, the characters of a text, the keys of a dictionary. */
export function iterate(value: TemplateValue): readonly TemplateValue[] {
  const known = defined(value);
  if (isList(known)) return known;
  if (typeof known === 'string') return codePoints(known);
  if (isDict(known)) return Object.keys(known);
  throw new TemplateFailure(`a ${typeName(known)} cannot be iterated over`);
}
