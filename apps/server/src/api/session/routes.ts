import { apiRoute } from '../api-route.js';
import { answers, body, Done } from '../json.js';
import { KeyBody, SessionBody } from './schema.js';

/** Who am I. On a server for this machine only, it makes a session of an admin. */
export const getSession = apiRoute('public', {
  method: 'get',
  path: '/api/session',
  responses: answers(SessionBody),
});

/** Shows a key or an invitation's secret; the answer sets the cookie. */
export const createSession = apiRoute('public', {
  method: 'post',
  path: '/api/session',
  request: { body: body(KeyBody) },
  responses: answers(SessionBody),
});

/** Ends the session. */
export const deleteSession = apiRoute('public', {
  method: 'delete',
  path: '/api/session',
  responses: answers(Done),
});
