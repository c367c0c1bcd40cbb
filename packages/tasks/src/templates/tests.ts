import { toNumber } from './compare.js';
import { isDict, isList, Missing, PythonFloat, TemplateFailure, type TemplateValue } from './values.js';

type Test = (value: TemplateValue) => boolean;

const isInteger: Test = (value) =>
  typeof value === 'bigint' || typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value));
const isFloat: Test = (value) =>
  value instanceof PythonFloat || (typeof value === 'number' && !Number.isInteger(value));
const isSequence: Test = (value) => typeof value === 'string' || isList(value) || isDict(value);

function modulo(value: TemplateValue): number {
  const number = toNumber(value);
  if (number === undefined) throw new TemplateFailure('odd and even need a number');
  return Math.abs(Number(number) % 2);
}

const TESTS: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['defined', (value) => !(value instanceof Missing)],
  ['undefined', (value) => value instanceof Missing],
  ['none', (value) => value === null],
  ['string', (value) => typeof value === 'string'],
  ['number', (value) => isInteger(value) || isFloat(value)],
  ['integer', (value) => isInteger(value) && typeof value !== 'boolean'],
  ['float', isFloat],
  ['boolean', (value) => typeof value === 'boolean'],
  ['true', (value) => value === true],
  ['false', (value) => value === false],
  ['mapping', isDict],
  ['iterable', isSequence],
  ['sequence', isSequence],
  ['callable', (value) => typeof value === 'function'],
  ['odd', (value) => modulo(value) === 1],
  ['even', (value) => modulo(value) === 0],
  ['lower', (value) => typeof value === 'string' && value === value.toLowerCase()],
  ['upper', (value) => typeof value === 'string' && value === value.toUpperCase()],
]);

/** `value is name`. Fails for an unknown test, naming those there are. */
export function applyTest(name: string, value: TemplateValue): boolean {
  const test = TESTS.get(name);
  if (test === undefined) {
    throw new TemplateFailure(`there is no test '${name}'; there are ${[...TESTS.keys()].sort().join(', ')}`);
  }
  return test(value);
}
