export { UnderstudyError, type ErrorDetails, type ErrorParty } from './errors/understudy-error.js';
export { UserError } from './errors/user-error.js';
export { DataError } from './errors/data-error.js';
export { EngineError } from './errors/engine-error.js';
export { BugError } from './errors/bug-error.js';
export type { EncodedPair, TextPair, Tokens } from './engine/tokens.js';
export type { EncodeOptions, SpecialToken, Tokenizer, TokenizerInfo } from './engine/tokenizer.js';
export type { RequestFailure, RequestOrigin, Score, ScorePrompt, ScoreRequest, ScoreResponse } from './engine/score.js';
export type { FinishReason, GenerateRequest, GenerateResponse, Generation, StreamEvent } from './engine/generate.js';
export type { GeneratePrompt } from './engine/generate-prompt.js';
export type { Sampling } from './engine/sampling.js';
export {
  DECODING_SETTINGS,
  usedSettings,
  type BeamSearchSettings,
  type Constraint,
  type Decoding,
  type DecodingSetting,
  type Guidance,
  type TokenChoice,
} from './engine/decoding.js';
export type { ChatMessage } from './engine/chat-message.js';
export type { ServiceCounters, ServiceRecord } from './engine/service-record.js';
export type {
  CallOptions,
  Engine,
  EngineCapabilities,
  EngineCounters,
  EngineInfo,
  ServerInfo,
} from './engine/engine.js';
export {
  COMPUTE_FORMATS,
  ENGINE_NAMES,
  KV_TYPES,
  ROPE_SCALINGS,
  type ComputeFormat,
  type EngineName,
  type EngineSettings,
  type KvType,
  type RopeScaling,
  type RopeSettings,
} from './engine/settings.js';
export type { Adapter } from './engine/adapter.js';
export { refuseAdapters } from './engine/refuse-adapters.js';
export type { ChatTemplate } from './engine/chat-template.js';
export type { ModelFiles } from './engine/model-files.js';
export type { RemoteApi, RemoteModel, RemoteSettings, RemoteTimeouts } from './engine/remote-model.js';
export type { ScriptedModel } from './engine/scripted-model.js';
export type { ResolvedModel } from './engine/model.js';
export type { Price } from './engine/price.js';
export type { OnProgress, Progress } from './progress.js';
