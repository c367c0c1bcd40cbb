import { maskSecrets } from './mask-secrets.js';
import { SourceError } from './source-error.js';
import type { Transfer } from './transfer.js';

/** A connection that was there, and broke: worth another try. */
const BROKEN = /^(ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|UND_ERR_.*)$/;

/**
 * A `fetch` for the data hub: it adds the access token for the hub's own address only, gives up on a hub that has not answered in
 * time, and turns each failure into a `SourceError`. Broken connections stay plain errors: `retryTransient` tries them again.
 */
export function patientFetch(transfer: Transfer): typeof fetch {
  return async (input, init = {}) => {
    const request = new Request(input, init);
    if (transfer.token && new URL(request.url).origin === new URL(transfer.endpoint).origin) {
      request.headers.set('Authorization', `Bearer ${transfer.token}`);
    }
    const response = await answer(request, transfer);
    if (!response.ok) {
      await response.body?.cancel();
      throw refusal(response, transfer);
    }
    return response;
  };
}

async function answer(request: Request, transfer: Transfer): Promise<Response> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), transfer.answerTimeoutMs);
  const signals = [request.signal, silence.signal, ...(transfer.signal ? [transfer.signal] : [])];
  try {
    return await fetch(request, { signal: AbortSignal.any(signals) });
  } catch (error) {
    const source = maskSecrets(request.url, [transfer.token]);
    if (silence.signal.aborted) {
      throw new SourceError({
        code: 'source-silent',
        source,
        reason: `no answer for ${transfer.answerTimeoutMs / 1000} s`,
        hint: 'Check the network and HF_ENDPOINT, or try again later.',
      });
    }
    const code = connectionCode(error);
    const isCancelled = request.signal.aborted || transfer.signal?.aborted;
    if (!isCancelled && !BROKEN.test(code ?? '')) {
      const why =
        code ?? (error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error));
      throw new SourceError({
        code: 'source-unreachable',
        source,
        reason: `${new URL(request.url).host} can't be reached (${why})`,
        hint: 'Check the network and HF_ENDPOINT.',
        cause: error,
      });
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The word of the system or of Node's client for what broke a connection, e.g. `ECONNRESET`. */
function connectionCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function refusal(response: Response, transfer: Transfer): SourceError {
  const source = maskSecrets(response.url, [transfer.token]);
  const said = response.headers.get('X-Error-Message') ?? response.headers.get('X-Error-Code');
  const { status } = response;
  const reason = `HTTP ${status}${said ? `, ${maskSecrets(said, [transfer.token])}` : ''}`;
  switch (status) {
    case 401:
    case 403:
      return new SourceError({
        code: 'source-refused',
        source,
        reason,
        status,
        hint: 'It does not exist, or is private or gated: accept its terms on its page and set HF_TOKEN to a token that may read it.',
      });
    case 404:
    case 410:
      return new SourceError({
        code: 'source-not-found',
        source,
        reason,
        status,
        hint: 'Check the spelling and the revision.',
      });
    default:
      return new SourceError({ code: 'source-failed', source, reason, status, hint: 'Try again later.' });
  }
}
