import type { AppType } from '@understudy/server';
import { hc, type ClientResponse } from 'hono/client';
import type { SuccessStatusCode } from 'hono/utils/http-status';
import { send } from './send.js';

/** The server's API, typed by the server's own routes. A refused request throws `RequestError`. */
export const api = hc<AppType>('/', { fetch: send }).api;

/** What a call answers when it is not refused. */
type SuccessBody<Response> =
  Response extends ClientResponse<infer Body, infer Status, 'json'>
    ? Status extends SuccessStatusCode
      ? Body
      : never
    : never;

/** The body of an answer: `await answerOf(api.session.$get())`. */
export async function answerOf<Response extends ClientResponse<unknown, number>>(
  call: Promise<Response>,
): Promise<SuccessBody<Response>> {
  const response = await call;
  // `send` has thrown for every other status, so this is the body of a success.
  return (await response.json()) as SuccessBody<Response>;
}

/** The body that a call of the client answers, as a type. */
export type AnswerOf<Call extends (...values: never[]) => Promise<unknown>> = SuccessBody<Awaited<ReturnType<Call>>>;
