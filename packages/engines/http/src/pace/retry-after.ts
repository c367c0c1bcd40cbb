import type { ReplyHeaders } from '../transport/http-reply.js';

/**
 * How long a server asks to wait, in milliseconds: `retry-after-ms` (OpenAI), else `Retry-After` as seconds or as a date
 * (RFC 9110 §10.2.3). Undefined when it does not say, or says what cannot be read.
 */
export function readRetryAfter(headers: ReplyHeaders, now: number = Date.now()): number | undefined {
  const milliseconds = numberIn(headers['retry-after-ms']);
  if (milliseconds !== undefined) return milliseconds;
  const seconds = numberIn(headers['retry-after']);
  if (seconds !== undefined) return seconds * 1000;
  const date = Date.parse(single(headers['retry-after']));
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function numberIn(header: ReplyHeaders[string]): number | undefined {
  const text = single(header).trim();
  return /^\d+(\.\d+)?$/u.test(text) ? Number(text) : undefined;
}

/** The first of a header's values. */
export function single(header: ReplyHeaders[string]): string {
  return (Array.isArray(header) ? header[0] : header) ?? '';
}
