/** What the server said when it refused a request. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  /** HTTP status; 0: no answer came. */
  readonly status: number;
  /** Stable code of the server, e.g. `vote-final`. */
  readonly code: string;
  /** How to go on; null: the server gave none. */
  readonly hint: string | null;
  /** When to try again, where the server says it. */
  readonly retryAfterMs: number | null;

  constructor(init: {
    readonly status: number;
    readonly code: string;
    readonly message: string;
    readonly hint?: string | null;
    readonly retryAfterMs?: number | null;
  }) {
    super(init.message);
    this.status = init.status;
    this.code = init.code;
    this.hint = init.hint ?? null;
    this.retryAfterMs = init.retryAfterMs ?? null;
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Reads the body of a refused request: `{ "error": { "code", "message", "hint" } }`, or whatever a proxy in between has put there. */
export function readRequestError(status: number, statusText: string, body: unknown): RequestError {
  const error: unknown = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  const fields: Readonly<Record<string, unknown>> =
    typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>) : {};
  return new RequestError({
    status,
    code: text(fields['code']) ?? `http-${status}`,
    message: text(fields['message']) ?? (statusText || `HTTP ${status}`),
    hint: text(fields['hint']),
    retryAfterMs: typeof fields['retryAfterMs'] === 'number' ? fields['retryAfterMs'] : null,
  });
}
