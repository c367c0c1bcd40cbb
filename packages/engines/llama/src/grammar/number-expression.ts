import { signedRange } from './digit-range.js';
import { oneOf } from './gbnf.js';
import type { SchemaNode } from './schema.js';
import { schemaError } from './schema-error.js';

/** Numbers without a bound on one side go as far as this; all of them are exact in double precision. */
const FARTHEST = 10n ** 15n - 1n;
const MOST_DECIMALS = 6;

/** GBNF of the numbers of a schema; bounded ones that are not whole are written with a fixed number of decimals. */
export function numberExpression(node: SchemaNode, type: 'number' | 'integer'): string {
  const { schema, path } = node;
  if (schema['multipleOf'] !== undefined && !(type === 'integer' && schema['multipleOf'] === 1)) {
    throw schemaError([...path, 'multipleOf'], 'this keyword cannot be guaranteed by a grammar');
  }
  const low = bound(node, 'minimum', 'exclusiveMinimum', Math.max);
  const high = bound(node, 'maximum', 'exclusiveMaximum', Math.min);
  if (low === undefined && high === undefined) return type;
  const whole = range(low, high, 0);
  if (type === 'integer') {
    if (whole === undefined) throw schemaError(path, 'there is no whole number between its bounds');
    return whole;
  }
  const decimals = Math.max(2, decimalsOf(low), decimalsOf(high));
  const fraction = decimals > MOST_DECIMALS ? undefined : range(low, high, decimals);
  const expressions = [whole, fraction].filter((one) => one !== undefined);
  if (expressions.length === 0) throw schemaError(path, `no number of ${MOST_DECIMALS} decimals is between its bounds`);
  return oneOf(expressions);
}

interface Bound {
  readonly value: number;
  readonly isExclusive: boolean;
}

function bound(
  { schema, path }: SchemaNode,
  inclusive: string,
  exclusive: string,
  tighter: (a: number, b: number) => number,
): Bound | undefined {
  const [own, strict] = [inclusive, exclusive].map((keyword) => {
    const value = schema[keyword];
    if (value === undefined || (typeof value === 'number' && Math.abs(value) <= Number(FARTHEST))) return value;
    throw schemaError([...path, keyword], 'a number of at most 15 digits is expected');
  });
  if (strict === undefined) return own === undefined ? undefined : { value: own, isExclusive: false };
  const value = own === undefined ? strict : tighter(own, strict);
  return { value, isExclusive: value === strict };
}

function decimalsOf(limit: Bound | undefined): number {
  const [, fraction = ''] = /\.(\d+)$/.exec(String(limit?.value ?? 0)) ?? [];
  return fraction.length;
}

/** Numbers between bounds in steps of 10^−decimals. */
function range(low: Bound | undefined, high: Bound | undefined, decimals: number): string | undefined {
  const scale = 10 ** decimals;
  const units = (value: number, round: (x: number) => number): bigint =>
    BigInt(round(Number((value * scale).toPrecision(15))));
  let from = low === undefined ? -FARTHEST : units(low.value, Math.ceil);
  let to = high === undefined ? FARTHEST : units(high.value, Math.floor);
  if (low?.isExclusive === true && Number(from) / scale <= low.value) from += 1n;
  if (high?.isExclusive === true && Number(to) / scale >= high.value) to -= 1n;
  return from > to ? undefined : signedRange(from, to, decimals);
}
