import { ZodError } from 'zod';
import { answerFailure } from '../failures/answer-failure.js';
import { statusFailure } from '../failures/status-failure.js';
import type { HttpReply } from '../transport/http-reply.js';
import { single } from '../pace/retry-after.js';
import type { Answered, ServerCall } from './call.js';

/** An answer and what it belongs to. */
export interface ReadAnswerOptions<T> {
  /** `POST http://host/v1/completions`, to be shown. */
  readonly what: string;
  readonly call: Pick<ServerCall<T>, 'read'>;
  readonly reply: HttpReply;
  readonly keyVariables: readonly string[];
  /** Takes keys out of what is shown of the answer. */
  readonly mask: (text: string) => string;
}

/** Reads an answer. Throws `RemoteFailure` when it is a refusal, or not what it should be. */
export function readAnswer<T>({ what, call, reply, keyVariables, mask }: ReadAnswerOptions<T>): Answered<T> {
  const masked = (): string => mask(reply.body);
  if (!isSuccess(reply)) throw statusFailure({ what, reply: { ...reply, body: masked() }, keyVariables });
  let json: unknown;
  try {
    json = JSON.parse(reply.body);
  } catch {
    const type = single(reply.headers['content-type']);
    throw answerFailure(what, `not with JSON (content type ${type === '' ? 'missing' : type})`, masked());
  }
  try {
    return call.read(json);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const [issue] = error.issues;
    throw answerFailure(what, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unexpected'}`, masked());
  }
}

/** True for 2xx. */
export function isSuccess({ status }: Pick<HttpReply, 'status'>): boolean {
  return status >= 200 && status < 300;
}
