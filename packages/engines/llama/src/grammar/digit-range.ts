import { literal, oneOf } from './gbnf.js';

/**
 * Numbers from `low` to `high`, both written with as many digits and with a decimal point at the same place or none. Digit by digit:
 * the lowest first digit with what may follow it at least, the highest with what may follow it at most, those between with anything.
 */
function sameShape(low: string, high: string): string {
  if (low === high) return literal(low);
  const [first, last] = [low.charAt(0), high.charAt(0)];
  const [lowRest, highRest] = [low.slice(1), high.slice(1)];
  if (first === last) return `${literal(first)} ${sameShape(lowRest, highRest)}`;
  if (lowRest === '') return `[${first}-${last}]`;
  const isLowest = /^[0.]+$/.test(lowRest);
  const isHighest = /^[9.]+$/.test(highRest);
  const from = isLowest ? Number(first) : Number(first) + 1;
  const to = isHighest ? Number(last) : Number(last) - 1;
  return oneOf([
    ...(isLowest ? [] : [`${literal(first)} ${sameShape(lowRest, lowRest.replaceAll(/\d/g, '9'))}`]),
    ...(from > to ? [] : [`[${from}-${to}] ${anyDigits(lowRest)}`]),
    ...(isHighest ? [] : [`${literal(last)} ${sameShape(highRest.replaceAll(/\d/g, '0'), highRest)}`]),
  ]);
}

function anyOf(count: number): string {
  return count === 0 ? '' : `[0-9]{${count}}`;
}

function anyDigits(shape: string): string {
  const [whole = '', fraction] = shape.split('.');
  return [anyOf(whole.length), ...(fraction === undefined ? [] : ['"."', anyOf(fraction.length)])]
    .filter(Boolean)
    .join(' ');
}

/** The digits of a whole number in units of 10^−`decimals`, e.g. 125 with 2 as `1.25`. */
function written(units: bigint, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** GBNF of the numbers from `low` to `high`, 0 ≤ low ≤ high, in units of 10^−`decimals`, without leading zeros. */
export function digitRange(low: bigint, high: bigint, decimals: number): string {
  const alternatives: string[] = [];
  let start = low;
  while (start <= high) {
    const length = written(start, decimals).length - (decimals === 0 ? 0 : 1);
    const end = 10n ** BigInt(length) - 1n;
    const stop = end < high ? end : high;
    alternatives.push(sameShape(written(start, decimals), written(stop, decimals)));
    start = stop + 1n;
  }
  return oneOf(alternatives);
}

/** The same for a range that may be below 0. */
export function signedRange(low: bigint, high: bigint, decimals: number): string {
  const alternatives: string[] = [];
  if (low < 0n) alternatives.push(`"-" ${digitRange(high < 0n ? -high : 1n, -low, decimals)}`);
  if (high >= 0n) alternatives.push(digitRange(low > 0n ? low : 0n, high, decimals));
  return oneOf(alternatives);
}
