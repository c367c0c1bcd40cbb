import { excerpt, readComplaint } from './error-body.js';
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

/** A server's error in the middle of a streamed answer; `data` is the event that says so. */
export function streamFailure(what: string, data: string): RemoteFailure {
  const { message, codes } = readComplaint(data);
  return new RemoteFailure({
    code: 'server-failed',
    treatment: 'again',
    message: `${what}: the server ended the stream with an error: ${message}`,
    values: { codes },
    mayBeCharged: true,
  });
}
