import type { PythonShape, PythonValue } from '../python/python-value.js';

/** A whole number that is a Python `float`, so that it prints as `1.0`. Other floats are plain numbers. */
export class PythonFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** What an unknown name stands for (Jinja2's `StrictUndefined`): any use of it but `is defined` and `default` fails. */
export class Missing {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** Something that can be called in a template. */
export type TemplateFunction = (args: readonly TemplateValue[], named: NamedArguments) => TemplateValue;
export type NamedArguments = ReadonlyMap<string, TemplateValue>;
export interface TemplateDict {
  readonly [key: string]: TemplateValue;
}

/** A value inside a template. Tuples are arrays. */
export type TemplateValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | PythonFloat
  | Missing
  | TemplateFunction
  | readonly TemplateValue[]
  | TemplateDict;

/** A template cannot be rendered: what Jinja2 or Python would raise. Caught and put in context by `Template`. */
export class TemplateFailure extends Error {
  override readonly name = 'TemplateFailure';
}

export function isList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value);
}

export function isDict(value: TemplateValue): value is TemplateDict {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof PythonFloat) &&
    !(value instanceof Missing)
  );
}

/** A Python `float`, whole or not. */
export function makeFloat(value: number): TemplateValue {
  return Number.isInteger(value) ? new PythonFloat(value) : value;
}

/** The name of the value's Python type, for messages. */
export function typeName(value: TemplateValue): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'function') return 'function';
  if (value instanceof PythonFloat) return 'float';
  if (value instanceof Missing) return 'undefined value';
  return isList(value) ? 'list' : 'dict';
}

/** Fails for an undefined value, with the reason why it is undefined. */
export function defined(value: TemplateValue): Exclude<TemplateValue, Missing> {
  if (value instanceof Missing) throw new TemplateFailure(value.message);
  return value;
}

function hasFloat(shape: PythonShape): boolean {
  if (shape.kind === 'float') return true;
  if (shape.kind === 'list') return hasFloat(shape.item);
  return shape.kind === 'dict' && shape.fields.some((field) => hasFloat(field.shape));
}

function markFloats(value: PythonValue, shape: PythonShape | undefined): TemplateValue {
  if (shape === undefined || value === null) return value;
  if (shape.kind === 'float') return typeof value === 'number' ? makeFloat(value) : value;
  if (Array.isArray(value)) {
    return shape.kind === 'list' ? value.map((item: PythonValue) => markFloats(item, shape.item)) : value;
  }
  if (shape.kind !== 'dict' || typeof value !== 'object') return value;
  const shapes = new Map(shape.fields.map((field) => [field.name, field.shape]));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, markFloats(item, shapes.get(key))]));
}

/** Marks the floats of a document's value; values whose shape has none are passed on as they are. */
export function toTemplateValue(value: PythonValue, shape: PythonShape | undefined): TemplateValue {
  return shape !== undefined && hasFloat(shape) ? markFloats(value, shape) : value;
}

/** Back to plain values. Undefined values and functions have no Python literal and fail. */
export function toPythonValue(value: TemplateValue): PythonValue {
  if (value instanceof Missing) throw new TemplateFailure(value.message);
  if (typeof value === 'function') throw new TemplateFailure('a function is not a value');
  if (value instanceof PythonFloat) return value.value;
  if (isList(value)) return value.map(toPythonValue);
  if (!isDict(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPythonValue(item)]));
}
