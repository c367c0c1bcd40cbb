import type { TokenUsage } from '../spending/token-usage.js';

/** What an answer says, beside what it is asked for. */
export interface Answered<T> {
  readonly value: T;
  /** Undefined when the server does not count. */
  readonly usage: TokenUsage | undefined;
  /** Null when the server reports none. */
  readonly fingerprint: string | null;
}

/** What is sent to a server, by any API. */
export interface ServerRequest {
  /** Behind the base URL: `/chat/completions`. */
  readonly path: string;
  /** Sent as JSON; undefined: a GET. */
  readonly body: object | undefined;
  /** UTF-8 bytes of the prompt and tokens of the longest answer, which bound the cost. */
  readonly promptBytes: number;
  readonly maxTokens: number;
}

/** A request and how its answer is read. */
export interface ServerCall<T> extends ServerRequest {
  /** Throws a `ZodError` or a `RemoteFailure` when the answer is not what it should be. */
  readonly read: (json: unknown) => Answered<T>;
}

/** How one call is made. */
export interface CallSettings {
  readonly signal?: AbortSignal | undefined;
  /** Further attempts, instead of those of the settings. */
  readonly retries?: number | undefined;
  /** True for what only finds out about the server: it costs, but is no answer to anything. */
  readonly isProbe?: boolean | undefined;
}
