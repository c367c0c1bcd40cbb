import { expect, test } from 'vitest';
import { readRequestError } from './request-error.js';

test('an error of the server keeps its code, message, hint and waiting time', () => {
  const body = { error: { code: 'vote-not-final', message: 'Too early.', hint: 'Wait.', retryAfterMs: 4000 } };
  expect(readRequestError(409, 'Conflict', body)).toMatchObject({
    status: 409,
    code: 'vote-not-final',
    message: 'Too early.',
    hint: 'Wait.',
    retryAfterMs: 4000,
  });
});

test.each([['<html>Bad gateway</html>'], [null], [{ error: 'text' }], [{ error: { code: 7, message: '' } }]])(
  'a body that is not ours, %j, reads as the HTTP status',
  (body) => {
    expect(readRequestError(502, 'Bad Gateway', body)).toMatchObject({
      status: 502,
      code: 'http-502',
      message: 'Bad Gateway',
      hint: null,
      retryAfterMs: null,
    });
  },
);
