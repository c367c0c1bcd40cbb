import type { FinishReason, GenerateRequest, ScoreRequest, ServiceRecord } from '@understudy/core';
import type { CallSettings, ServerCall, ServerRequest } from '../calls/call.js';
import type { Served } from '../calls/remote-caller.js';
import type { TokenUsage } from '../spending/token-usage.js';
import type { ServerSentEvent } from '../transport/server-sent-events.js';

/** A text as a server gives it. */
export interface GeneratedText {
  readonly text: string;
  readonly finishReason: FinishReason;
}

/** Log-probabilities of a continuation as they come out of a server's answer. */
export interface ScoredText {
  readonly logProbability: number;
  readonly isGreedy: boolean;
  readonly usage: TokenUsage | undefined;
  readonly service: ServiceRecord;
}

/** A piece of a streamed answer. */
export type StreamPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'finish'; readonly finishReason: FinishReason }
  | { readonly type: 'usage'; readonly usage: TokenUsage }
  | { readonly type: 'fingerprint'; readonly fingerprint: string };

/** Makes a call within a scoring; see `RemoteCaller.call`. */
export type MakeCall = <T>(call: ServerCall<T>, settings?: CallSettings) => Promise<Served<T>>;

/** How requests are put to a server and its answers are read: one implementation an API. */
export interface RemoteProtocol {
  generate(request: GenerateRequest): ServerCall<GeneratedText>;
  /** Undefined where the server gives no log-probabilities of given texts. */
  readonly score: ((request: ScoreRequest, call: MakeCall) => Promise<ScoredText>) | undefined;
  stream(request: GenerateRequest): ServerRequest;
  /** Reads the events of a stream. Throws `RemoteFailure` for an error that the server tells of in between. */
  readEvents(events: AsyncIterable<ServerSentEvent>, what: string): AsyncIterable<StreamPiece>;
}
