export { RemoteCaller, type OpenedStream, type RemoteCallerOptions, type Served } from './calls/remote-caller.js';
export type { Answered, CallSettings, ServerCall, ServerRequest } from './calls/call.js';
export { RemoteEngine, type RemoteEngineOptions } from './engine/remote-engine.js';
export type { GeneratedText, MakeCall, RemoteProtocol, ScoredText, StreamPiece } from './engine/protocol.js';
export { answerFailure, streamFailure } from './failures/answer-failure.js';
export type { ServerComplaint } from './failures/error-body.js';
export { RemoteFailure, type RemoteFailureDetails, type Treatment } from './failures/remote-failure.js';
export type { TokenUsage } from './spending/token-usage.js';
export type { ServerSentEvent } from './transport/server-sent-events.js';
