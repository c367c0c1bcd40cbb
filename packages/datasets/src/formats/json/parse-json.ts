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

const LONG_INTEGER = /\d{16}/;

/** Parses JSON as Python does: integers beyond 2^53 keep all digits. Throws `SyntaxError`. */
export function parseJson(text: string): Value {
  // The built-in parser is several times faster, and right when no integer is long.
  const value = LONG_INTEGER.test(text) ? parse(text, undefined, plainNumber) : JSON.parse(text);
  return value as Value; // Both parsers give JSON values only.
}

/** Parses JSON and marks floats, to find out the types of columns. Throws `SyntaxError`. */
export function parseTypedJson(text: string): TypedJson {
  return parse(text, undefined, typedNumber) as TypedJson; // JSON values, with the numbers that `typedNumber` makes.
}

function plainNumber(digits: string): number | bigint {
  const number = Number(digits);
  return isInteger(digits) && !Number.isSafeInteger(number) ? BigInt(digits) : number;
}

function typedNumber(digits: string): number | bigint | FloatNumber {
  return isInteger(digits) ? plainNumber(digits) : new FloatNumber(Number(digits));
}
