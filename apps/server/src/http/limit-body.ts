import { bodyLimit } from 'hono/body-limit';
import type { Context, Next } from 'hono';
import type { Limits } from '../limits/limits.js';
import { ApiError } from './api-error.js';

const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new ApiError({ status: 413, code: 'too-large', message: `The request is larger than ${maxSize} bytes.` });
    },
  });

/** Refuses bodies that are too large, by their stated length or as they come. */
export function limitBody({ bodyBytes, importBytes }: Limits) {
  const usual = limit(bodyBytes);
  const file = limit(importBytes);
  return (c: Context, next: Next) => (c.req.path === '/api/import' ? file : usual)(c, next);
}
