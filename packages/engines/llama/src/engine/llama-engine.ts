import {
  DECODING_SETTINGS,
  EngineError,
  type Adapter,
  type CallOptions,
  type Engine,
  type EngineCounters,
  type EngineInfo,
  type EngineSettings,
  type GenerateRequest,
  type GenerateResponse,
  type ModelFiles,
  type OnProgress,
  type ScoreRequest,
  type ScoreResponse,
  type StreamEvent,
  type Tokenizer,
} from '@understudy/core';
import { Counters } from '@understudy/engine-process';
import { llamaBuild } from '../binding/llama-build.js';
import { Model } from '../context/model.js';
import { VocabularyTokenizer } from '../tokenizer/vocabulary-tokenizer.js';
import { answersOf } from '../generation/generate-events.js';
import { LoadedAdapters } from '../context/loaded-adapters.js';
import { loadDraft } from './draft-model.js';
import type { EngineJob } from './engine-job.js';
import { generateRequests } from './generate-requests.js';
import { runSettings, type RunSettings } from './run-settings.js';
import { scoreRequests } from './score-requests.js';
import { streamRequest } from './stream-request.js';

/** What is to be opened. */
export interface OpenLlamaOptions {
  readonly model: ModelFiles;
  readonly settings: EngineSettings;
  readonly onProgress?: OnProgress | undefined;
}

/** llama.cpp in this process. Calls may overlap; each has a KV cache of its own. */
export class LlamaEngine implements Engine {
  readonly info: EngineInfo;
  readonly tokenizer: Tokenizer;
  readonly #model: Model;
  readonly #draft: Model | undefined;
  /** Laid over the model unless a call says otherwise. */
  readonly #adapters: readonly Adapter[];
  readonly #loaded: LoadedAdapters;
  readonly #settings: RunSettings;
  readonly #counters = new Counters();

  private constructor(model: Model, draft: Model | undefined, settings: RunSettings, files: ModelFiles) {
    this.#model = model;
    this.#draft = draft;
    this.#adapters = files.adapters ?? [];
    this.#loaded = new LoadedAdapters(model);
    for (const { path } of this.#adapters) this.#loaded.get(path);
    this.#settings = settings;
    this.tokenizer = new VocabularyTokenizer(model.vocabulary);
    const build = llamaBuild();
    this.info = {
      engine: 'llama',
      build: `llama.cpp ${build.version} ${build.commit} ${build.cpuVariant}`,
      identity: files.identity,
      compute: settings.compute,
      kvType: settings.kvType,
      attention: settings.flashAttention ? 'flash' : 'plain',
      deterministic: settings.deterministic,
      contextLength: settings.contextLength,
      threads: settings.threads,
      architecture: model.architecture,
      parameters: model.parameters,
      rope: settings.rope,
      draft: files.draft?.identity,
      adapters: files.adapters?.map(({ identity, scale }) => ({ identity, scale })),
      capabilities: {
        logProbabilities: 'continuation',
        greedyFlag: true,
        generation: true,
        completions: true,
        chat: false,
        decoding: DECODING_SETTINGS,
        adapters: true,
      },
    };
  }

  /**
   * Loads a model in the format its file has.
   * @throws EngineError `unknown-architecture`, `gguf-invalid`, `gguf-truncated`, `out-of-memory`, `not-a-text-model`; UserError
   * `draft-model-unfit`, `adapter-unfit`, `adapter-unsupported`
   */
  static async open({ model: files, settings, onProgress }: OpenLlamaOptions): Promise<LlamaEngine> {
    const model = await Model.load(files, { gpuLayers: settings.gpuLayers, onProgress });
    let draft: Model | undefined;
    try {
      if (!model.predictsNextToken) {
        throw new EngineError({
          code: 'not-a-text-model',
          message: `Opening ${files.name}: a model of architecture ${model.architecture} does not predict a text token by token.`,
          hint: 'Choose a decoder-only language model.',
          values: { architecture: model.architecture },
        });
      }
      draft = files.draft && (await loadDraft(files.draft, model, settings.gpuLayers));
      return new LlamaEngine(model, draft, runSettings(settings, model), files);
    } catch (error) {
      draft?.[Symbol.dispose]();
      model[Symbol.dispose]();
      throw error;
    }
  }

  async *score(requests: AsyncIterable<ScoreRequest>, options: CallOptions = {}): AsyncGenerator<ScoreResponse> {
    yield* scoreRequests(requests, this.#job(options));
  }

  async *generate(
    requests: AsyncIterable<GenerateRequest>,
    options: CallOptions = {},
  ): AsyncGenerator<GenerateResponse> {
    yield* answersOf(generateRequests(requests, this.#job(options), { deltas: false, texts: Infinity }));
  }

  async *stream(request: GenerateRequest, options: CallOptions = {}): AsyncGenerator<StreamEvent> {
    yield* streamRequest(request, this.#job(options));
  }

  counters(): Promise<EngineCounters> {
    return Promise.resolve(this.#counters.snapshot());
  }

  /** Frees the model. Calls must have ended. */
  [Symbol.asyncDispose](): Promise<void> {
    this.#draft?.[Symbol.dispose]();
    this.#loaded[Symbol.dispose]();
    this.#model[Symbol.dispose]();
    return Promise.resolve();
  }

  #job({ signal, adapters = this.#adapters }: CallOptions): EngineJob {
    return {
      adapters: adapters.map(({ path, scale }) => ({ adapter: this.#loaded.get(path), scale })),
      model: this.#model,
      draft: this.#draft,
      tokenizer: this.tokenizer,
      settings: this.#settings,
      counters: this.#counters,
      signal,
    };
  }
}
