import type { Adapter } from './adapter.js';
import type { DecodingSetting } from './decoding.js';
import type { GenerateRequest, GenerateResponse, StreamEvent } from './generate.js';
import type { Price } from './price.js';
import type { ScoreRequest, ScoreResponse } from './score.js';
import type { ServiceCounters } from './service-record.js';
import type { RopeSettings } from './settings.js';
import type { Tokenizer } from './tokenizer.js';

/** What an engine can do. Shared code asks this, never which engine it has. */
export interface EngineCapabilities {
  /** Exact log-probabilities of given continuations, only of tokens that the engine generated itself, or none. */
  readonly logProbabilities: 'continuation' | 'generated' | 'none';
  /** Whether a score says if each token of the continuation is the arg-max. */
  readonly greedyFlag: boolean;
  readonly generation: boolean;
  /** Continues a text as it stands. */
  readonly completions: boolean;
  /** Takes messages, and applies the model's chat template itself. */
  readonly chat: boolean;
  /** Settings of generation that it carries out; it refuses requests that use others. None: it is greedy. */
  readonly decoding: readonly DecodingSetting[];
  /** LoRA adapters can be laid over the model. */
  readonly adapters: boolean;
}

/** Whose server runs a model, and what it says of itself. */
export interface ServerInfo {
  /** Base URL, without secrets. */
  readonly address: string;
  /** The model's name as requests carry it. */
  readonly model: string;
  /** The name and the configuration that the server answers with; null where it reports none. */
  readonly servedModel: string | null;
  readonly fingerprint: string | null;
  /** What costs are reckoned with; null: not known, which is never 0. */
  readonly price: Price | null;
  /** Why there are no log-probabilities of given texts; null when there are. */
  readonly scoresRefused: string | null;
  /** Sentences about what else was found at opening: what the server cannot do, and what its answers rest on. */
  readonly notes: readonly string[];
}

/** Everything about an opened engine that can change a score; it is stored with each run. */
export interface EngineInfo {
  /** `onnx`, `llama`, `openai`, `anthropic`, `scripted`. */
  readonly engine: string;
  /** Version of the library, its commit where known, and the CPU variant, e.g. `llama.cpp v0.5.0 haswell`. */
  readonly build: string;
  /** Content identity of the model: SHA-256 of its weights; of a remote one provider, name and what its server says of the weights. */
  readonly identity: string;
  /** Format the products are computed in: `f32`, `f16`, …, `native` for the file's own, or `remote` for what a server chose. */
  readonly compute: string;
  /** Format of the KV cache. */
  readonly kvType: string;
  /** How attention is computed: `flash`, `plain`, `tree`. */
  readonly attention: string;
  readonly deterministic: boolean;
  /** Longest input in tokens: what the reference harness calls `max_length`; infinite where a server does not say. */
  readonly contextLength: number;
  /** 0 where a server does not say. */
  readonly threads: number;
  readonly architecture: string;
  /** 0 where a server does not say. */
  readonly parameters: number;
  /** How positions are stretched, where it is not as the model's file says. */
  readonly rope?: RopeSettings | undefined;
  /** Content identity of the model that drafts texts, if one does. */
  readonly draft?: string | undefined;
  /** Adapters that the model was opened with. */
  readonly adapters?: readonly Pick<Adapter, 'identity' | 'scale'>[] | undefined;
  readonly capabilities: EngineCapabilities;
  /** Where somebody else serves the model. */
  readonly server?: ServerInfo | undefined;
}

/** Running totals of an engine since it was opened. */
export interface EngineCounters {
  /** Tokens of prompts and answers that were computed, each once. */
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
  /** Where somebody else serves the model. */
  readonly service?: ServiceCounters | undefined;
}

/** Settings of one call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /**
   * Adapters laid over the model for this call, in place of those it was opened with; the model itself is not loaded again. An engine that
   * cannot (`capabilities.adapters`) throws `EngineError` `capability`.
   */
  readonly adapters?: readonly Adapter[] | undefined;
}

/**
 * What can run a model. Requests come as a stream and answers go out as they finish, in any order, with the request's id;
 * batching, ordering and prefix sharing are the engine's business. A failing request is an answer with `status: 'error'`;
 * an engine that cannot go on throws `EngineError` from the iteration, `UserError` when it reached a limit that the user set.
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
