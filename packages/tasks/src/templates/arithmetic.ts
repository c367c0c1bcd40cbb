import { printValue } from './print-value.js';
import { compareValues, contains, isEqual, toNumber } from './compare.js';
import { defined, isList, makeFloat, PythonFloat, TemplateFailure, typeName, type TemplateValue } from './values.js';

type Operation = (left: TemplateValue, right: TemplateValue) => TemplateValue;

function unsupported(operator: string, left: TemplateValue, right: TemplateValue): TemplateFailure {
  return new TemplateFailure(`${typeName(defined(left))} ${operator} ${typeName(defined(right))} is not possible`);
}

const isFloat = (value: TemplateValue): boolean =>
  value instanceof PythonFloat || (typeof value === 'number' && !Number.isInteger(value));

/** Calculates with numbers as Python does: integers stay integers (exactly, beyond 2^53 too), floats are contagious. */
function numeric(
  operator: string,
  withFloats: (a: number, b: number) => number,
  withIntegers: (a: bigint, b: bigint) => bigint,
): Operation {
  return (left, right) => {
    const [a, b] = [toNumber(left), toNumber(right)];
    if (a === undefined || b === undefined) throw unsupported(operator, left, right);
    if (isFloat(left) || isFloat(right)) return makeFloat(withFloats(Number(a), Number(b)));
    const quick = withFloats(Number(a), Number(b));
    if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(quick)) return quick;
    const exact = withIntegers(BigInt(a), BigInt(b));
    return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
  };
}

function divisor(value: number): number {
  if (value === 0) throw new TemplateFailure('division by zero');
  return value;
}

const floorDivide = (a: bigint, b: bigint): bigint => a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n);

const addNumbers = numeric(
  '+',
  (a, b) => a + b,
  (a, b) => a + b,
);
const multiplyNumbers = numeric(
  '*',
  (a, b) => a * b,
  (a, b) => a * b,
);

/** Python's `left + right`. */
export const addTemplateValues: Operation = (left, right) => {
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  if (isList(left) && isList(right)) return [...left, ...right];
  return addNumbers(left, right);
};

function repeat(value: TemplateValue, times: TemplateValue): TemplateValue | undefined {
  if (typeof times !== 'number' || !Number.isInteger(times)) return undefined;
  const count = Math.max(0, times);
  if (typeof value === 'string') return value.repeat(count);
  return isList(value) ? Array.from({ length: count }, () => value).flat() : undefined;
}

const multiply: Operation = (left, right) => repeat(left, right) ?? repeat(right, left) ?? multiplyNumbers(left, right);

const divide: Operation = (left, right) => {
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a === undefined || b === undefined) throw unsupported('/', left, right);
  return makeFloat(Number(a) / divisor(Number(b)));
};

const power: Operation = (left, right) => {
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a === undefined || b === undefined) throw unsupported('**', left, right);
  if (isFloat(left) || isFloat(right) || b < 0) return makeFloat(Number(a) ** Number(b));
  const exact = BigInt(a) ** BigInt(b);
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
};

/** What each operator does, in Python's sense; `and` and `or` are not here, because they may skip their right side. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['+', addTemplateValues],
  [
    '-',
    numeric(
      '-',
      (a, b) => a - b,
      (a, b) => a - b,
    ),
  ],
  ['*', multiply],
  ['/', divide],
  ['//', numeric('//', (a, b) => Math.floor(a / divisor(b)), floorDivide)],
  [
    '%',
    numeric(
      '%',
      (a, b) => a - Math.floor(a / divisor(b)) * b,
      (a, b) => a - floorDivide(a, b) * b,
    ),
  ],
  ['**', power],
  ['~', (left, right) => printValue(left) + printValue(right)],
  ['==', isEqual],
  ['!=', (left, right) => !isEqual(left, right)],
  ['<', (left, right) => compareValues(left, right) < 0],
  ['<=', (left, right) => compareValues(left, right) <= 0],
  ['>', (left, right) => compareValues(left, right) > 0],
  ['>=', (left, right) => compareValues(left, right) >= 0],
  ['in', (left, right) => contains(right, left)],
  ['not in', (left, right) => !contains(right, left)],
]);

/** `-value` and `+value`. */
export function applySign(sign: string, value: TemplateValue): TemplateValue {
  const number = toNumber(value);
  if (number === undefined) throw new TemplateFailure(`${sign}${typeName(defined(value))} is not possible`);
  if (sign !== '-') return typeof value === 'boolean' ? number : value;
  return isFloat(value) ? makeFloat(-Number(number)) : typeof number === 'bigint' ? -number : 0 - number;
}
