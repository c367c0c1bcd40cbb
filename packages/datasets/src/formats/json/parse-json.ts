import { isInteger, parse } from 'lossless-json';
import type { Value } from '../../features/feature.js';

/** A number written with a point or an exponent: Python reads it as float, even when it is whole. */
export class FloatNumber {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** A parsed JSON value whose floats are told apart from integers. */
export type TypedJson = null | boolean | string | number | bigint | FloatNumber | readonly TypedJson[] | TypedObject;
export interface TypedObject {
  readonly [name: string]: TypedJson;
}

/** Where a number token can stand; inside of texts these match too, which costs time only. */
const LONG_INTEGER = /[:[,]\s*-?\d{16}/;
const FLOAT = /[:[,]\s*-?\d+[.eE]/;

/**
 * Parses JSON as Python does: integers beyond 2^53 keep all digits. Throws `SyntaxError`. The built-in parser is several times faster,
 * and right when no integer is long.
 */
export function parseJson(text: string): Value {
  const value: unknown = LONG_INTEGER.test(text) ? parse(text, undefined, plainNumber) : JSON.parse(text);
  return value as Value; // Both parsers give JSON values only.
}

/** Parses JSON and marks floats, to find out the types of columns. Throws `SyntaxError`. */
export function parseTypedJson(text: string): TypedJson {
  const needsTypes = FLOAT.test(text) || LONG_INTEGER.test(text);
  const value: unknown = needsTypes ? parse(text, undefined, typedNumber) : JSON.parse(text);
  return value as TypedJson; // JSON values, with the numbers that `typedNumber` makes.
}

function plainNumber(digits: string): number | bigint {
  const number = Number(digits);
  return isInteger(digits) && !Number.isSafeInteger(number) ? BigInt(digits) : number;
}

function typedNumber(digits: string): number | bigint | FloatNumber {
  return isInteger(digits) ? plainNumber(digits) : new FloatNumber(Number(digits));
}
