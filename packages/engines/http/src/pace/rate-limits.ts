import type { ReplyHeaders } from '../transport/http-reply.js';
import { single } from './retry-after.js';

/**
 * What providers count, by the names of their headers: OpenAI and those that follow it (`x-ratelimit-remaining-requests`, the reset
 * as a duration: `6m0s`, `20ms`), Anthropic (`anthropic-ratelimit-requests-remaining`, the reset as a date of RFC 3339).
 */
const COUNTED = [
  ...['requests', 'tokens'].map((what) => [`x-ratelimit-remaining-${what}`, `x-ratelimit-reset-${what}`] as const),
  ...['requests', 'tokens', 'input-tokens', 'output-tokens'].map(
    (what) => [`anthropic-ratelimit-${what}-remaining`, `anthropic-ratelimit-${what}-reset`] as const,
  ),
];

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * How long to wait, in milliseconds, because the server says that nothing is left of what it allows; 0 when something is, or when it
 * says nothing. Both kinds of counters have filled up when they reset, so that waiting costs no throughput.
 */
export function exhaustedForMs(headers: ReplyHeaders, now: number = Date.now()): number {
  const waits = COUNTED.map(([remaining, reset]) => {
    const left = single(headers[remaining]);
    return left !== '' && Number(left) <= 0 ? untilMs(single(headers[reset]), now) : 0;
  });
  return Math.max(0, ...waits);
}

function untilMs(reset: string, now: number): number {
  const text = reset.trim();
  if (/^\d+(\.\d+)?$/u.test(text)) return Number(text) * 1000;
  const pieces = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/gu)];
  if (pieces.length > 0 && pieces.map(([whole]) => whole).join('') === text) {
    return pieces.reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0), 0);
  }
  const date = Date.parse(text);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
