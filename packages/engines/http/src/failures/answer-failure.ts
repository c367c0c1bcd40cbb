import { excerpt } from './error-body.js';
import { RemoteFailure } from './remote-failure.js';

/** An answer that is not what it should be: broken JSON, another shape, half a stream. It may be charged, and may come out better when asked again. */
export function answerFailure(what: string, problem: string, body?: string): RemoteFailure {
  const shown = body === undefined || body === '' ? '' : `: ${excerpt(body)}`;
  return new RemoteFailure({
    code: 'answer-broken',
    treatment: 'again',
    message: `${what} was answered, but ${problem}${shown}`,
    mayBeCharged: true,
  });
}
