import { UnderstudyError } from '@understudy/core';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ErrorBody } from '../api/error-schema.js';
import { ApiError } from './api-error.js';

/** Statuses of errors that packages raise; others of the user are 400. */
const STATUS: Readonly<Record<string, ContentfulStatusCode>> = {
  'answer-exists': 409,
  'assignment-expired': 410,
  'question-set-frozen': 409,
  'study-closed': 409,
  'study-open': 409,
  'vote-counted': 409,
  'vote-final': 409,
  'vote-token': 403,
};

function statusOf({ party, code }: UnderstudyError): ContentfulStatusCode | undefined {
  if (party === 'data') return 422;
  if (party !== 'user') return undefined;
  return STATUS[code] ?? (code.endsWith('-unknown') ? 404 : 400);
}

const BODY_ERRORS: Readonly<Record<number, string>> = { 400: 'json-invalid', 413: 'too-large', 415: 'not-json' };

/** Answers an error: what the client did wrong in full, what we did wrong as nothing but that. */
export function answerError(error: unknown, c: Context, onError: (error: unknown) => void): Response {
  if (error instanceof ApiError) {
    const { status, code, message, hint = null, retryAfterMs } = error.details;
    if (retryAfterMs !== undefined) c.header('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
    return c.json<ErrorBody>({ error: { code, message, hint, retryAfterMs } }, status);
  }
  if (error instanceof HTTPException && error.status < 500) {
    const code = BODY_ERRORS[error.status] ?? 'request-invalid';
    const message = error.message === '' ? 'The request is not as it should be.' : error.message;
    return c.json<ErrorBody>({ error: { code, message, hint: null } }, error.status as ContentfulStatusCode);
  }
  const status = UnderstudyError.isInstance(error) ? statusOf(error) : undefined;
  if (status !== undefined && UnderstudyError.isInstance(error)) {
    const { code, message, hint = null } = error;
    return c.json<ErrorBody>({ error: { code, message, hint } }, status);
  }
  onError(error);
  return c.json<ErrorBody>({ error: { code: 'internal', message: 'The server failed.', hint: null } }, 500);
}
