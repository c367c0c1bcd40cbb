import type { Arguments } from '../arguments.js';
import type { TemplateValue } from '../values.js';

/** A method of a Python type: the value it belongs to and its arguments. */
export type Method<T> = (self: T, args: Arguments) => TemplateValue;
