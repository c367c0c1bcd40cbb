import { stripPython } from './white-space.js';

const DECIMAL = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/iu;
const INFINITE = /^([+-]?)inf(?:inity)?$/iu;
const NOT_A_NUMBER = /^[+-]?nan$/iu;
const DECIMAL_DIGIT = /(?![0-9])\p{Nd}/gu;

/**
 * Python's `float(text)`, or undefined where it raises `ValueError`. Accepts what JavaScript's `Number` does not (`nan`,
 * `inf`, `1_000`, decimal digits of other scripts) and refuses what it accepts (`0x10`, the empty string).
 */
export function parsePythonFloat(text: string): number | undefined {
  const trimmed = stripPython(text).replace(DECIMAL_DIGIT, asciiDigit);
  if (DECIMAL.test(trimmed)) return Number(trimmed.replaceAll('_', ''));
  if (NOT_A_NUMBER.test(trimmed)) return Number.NaN;
  const infinite = INFINITE.exec(trimmed);
  return infinite === null ? undefined : infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Digits of a script stand in runs of ten; the value is how many digits stand before it in its run. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}
