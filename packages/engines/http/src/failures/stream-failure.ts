import { readComplaint } from './error-body.js';
import { RemoteFailure } from './remote-failure.js';

/** An error that a server sends in the middle of a stream, as a piece of it. What came before may be charged. */
export function streamFailure(what: string, piece: string): RemoteFailure {
  const { message, codes } = readComplaint(piece);
  return new RemoteFailure({
    code: 'server-failed',
    treatment: 'again',
    message: `${what}: the server ended the stream with an error: ${message}`,
    values: { codes },
    mayBeCharged: true,
  });
}
