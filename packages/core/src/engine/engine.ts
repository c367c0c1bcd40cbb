import type { GenerateRequest, GenerateResponse, StreamEvent } from './generate.js';
import type { ScoreRequest, ScoreResponse } from './score.js';
import type { Tokenizer } from './tokenizer.js';

/** What an engine can do. Shared code asks this, never which engine it has. */
export interface EngineCapabilities {
  /** Exact log-probabilities of given continuations, or none. */
  readonly logProbabilities: 'continuation' | 'none';
  readonly generation: boolean;
}

/** Everything about an opened engine that can change a score; it is stored with each run. */
export interface EngineInfo {
  /** `onnx`, `llama`, `scripted`. */
  readonly engine: string;
  /** Version of the library, its commit where known, and the CPU variant, e.g. `llama.cpp v0.5.0 haswell`. */
  readonly build: string;
  /** Content identity of the model: SHA-256 of its weights. */
  readonly identity: string;
  /** Format the products are computed in: `f32`, `f16`, …, or `native` for the file's own. */
  readonly compute: string;
  /** Format of the KV cache. */
  readonly kvType: string;
  /** How attention is computed: `flash`, `plain`, `tree`. */
  readonly attention: string;
  readonly deterministic: boolean;
  /** Longest input in tokens: what the reference harness calls `max_length`. */
  readonly contextLength: number;
  readonly threads: number;
  readonly architecture: string;
  readonly parameters: number;
  readonly capabilities: EngineCapabilities;
}

/** Running totals of an engine since it was opened. */
export interface EngineCounters {
  /** Tokens that were computed, each once. */
  readonly uniqueTokens: number;
  /** Tokens of all prompts as asked for. */
  readonly requestedTokens: number;
  /** Tokens computed only to fill a batch's shape. */
  readonly paddingTokens: number;
  /** Rows for which the vocabulary's logits were computed. */
  readonly scoredRows: number;
  readonly generatedTokens: number;
  readonly batches: number;
  /** Milliseconds inside native code. */
  readonly nativeMs: number;
  /** Peak resident memory of the engine's process, in bytes. */
  readonly peakMemoryBytes: number;
}

/** Settings of one call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * What can run a model. Requests come as a stream and answers go out as they finish, in any order, with the request's id;
 * batching, ordering and prefix sharing are the engine's business. A failing request is an answer with `status: 'error'`;
 * an engine that cannot go on throws `EngineError` from the iteration.
 */
export interface Engine extends AsyncDisposable {
  readonly info: EngineInfo;
  /** Local models have one; remote ones take text. */
  readonly tokenizer: Tokenizer | undefined;
  score(requests: AsyncIterable<ScoreRequest>, options?: CallOptions): AsyncIterable<ScoreResponse>;
  generate(requests: AsyncIterable<GenerateRequest>, options?: CallOptions): AsyncIterable<GenerateResponse>;
  stream(request: GenerateRequest, options?: CallOptions): AsyncIterable<StreamEvent>;
  counters(): Promise<EngineCounters>;
}
