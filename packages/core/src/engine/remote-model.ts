import type { Price } from './price.js';

/** The HTTP APIs that models are reached through. */
export type RemoteApi = 'openai' | 'anthropic';

/** A model that somebody else serves, as its spec names it. */
export interface RemoteModel {
  /** Name to show: the model spec. */
  readonly name: string;
  /** Which API its server speaks. */
  readonly api: RemoteApi;
  /** `https://api.openai.com/v1`; without a slash at the end, and without user name and password. */
  readonly baseUrl: string;
  /** The name that requests carry; undefined: the one model that the server has. */
  readonly model: string | undefined;
  /** Environment variables that may hold the key for this very host, in order of preference. A key is sent to no other host. */
  readonly keyVariables: readonly string[];
  /** True where nothing is answered without a key. */
  readonly isKeyRequired: boolean;
  /** Null: not known, which is never 0. */
  readonly price: Price | null;
}

/** How a server is used. */
export interface RemoteSettings {
  /** Requests under way at the most. */
  readonly concurrency: number;
  /** Further attempts of a request that failed by no fault of its own. */
  readonly maxRetries: number;
  readonly timeouts: RemoteTimeouts;
}

/** How long a server is waited for, in milliseconds. */
export interface RemoteTimeouts {
  readonly connectMs: number;
  /** To the first byte of the answer: for a text that is not streamed, all the time it takes to make it. */
  readonly firstByteMs: number;
  /** Between two pieces of an answer. */
  readonly stallMs: number;
}
