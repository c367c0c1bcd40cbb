import {
  DECODING_SETTINGS,
  EngineError,
  type Engine,
  type EngineCounters,
  type EngineInfo,
  type GenerateRequest,
  type GenerateResponse,
  type ModelFiles,
  type ScoreRequest,
  type ScoreResponse,
  type StreamEvent,
  type Tokenizer,
} from '@understudy/core';
import { openVocabulary, VocabularyTokenizer, type Vocabulary } from '@understudy/engine-llama';
import { describeModel, readModel } from '@understudy/gguf';
import type { TokenWindow } from './digests.js';

const NO_TOKENS = new Int32Array(0);

/** An engine without weights: it keeps the tokens of what it is asked and answers at once. */
export class RecordingEngine implements Engine {
  readonly info: EngineInfo;
  readonly tokenizer: Tokenizer;
  readonly #vocabulary: Vocabulary;
  #windows = new Map<number, TokenWindow[]>();

  /** Opens the vocabulary of a GGUF; the context length is the model's own. */
  constructor(model: ModelFiles) {
    const { architecture, contextLength, parameters } = describeModel(readModel(model.paths));
    this.#vocabulary = openVocabulary(model);
    this.tokenizer = new VocabularyTokenizer(this.#vocabulary);
    this.info = {
      engine: 'recording',
      build: 'recording 1',
      identity: model.identity,
      compute: 'native',
      kvType: 'f32',
      attention: 'plain',
      deterministic: true,
      contextLength,
      threads: 1,
      architecture,
      parameters,
      capabilities: {
        logProbabilities: 'continuation',
        greedyFlag: true,
        generation: true,
        completions: true,
        chat: false,
        decoding: DECODING_SETTINGS,
        adapters: false,
      },
    };
  }

  /** What was asked since the last call: by document number the token windows, in the order of the requests. */
  takeWindows(): ReadonlyMap<number, readonly TokenWindow[]> {
    const windows = this.#windows;
    this.#windows = new Map();
    return windows;
  }

  async *score(requests: AsyncIterable<ScoreRequest>): AsyncGenerator<ScoreResponse> {
    for await (const { id, document, prompt } of requests) {
      if (prompt.kind === 'text') throw takesTokens();
      const { context, continuation } = prompt;
      this.#keep(document, { context, continuation });
      const promptTokens = context.length + continuation.length;
      yield { status: 'ok', id, logProbability: 0, isGreedy: false, promptTokens, cachedTokens: 0 };
    }
  }

  async *generate(requests: AsyncIterable<GenerateRequest>): AsyncGenerator<GenerateResponse> {
    for await (const { id, document, prompt } of requests) {
      if (prompt.kind !== 'tokens') throw takesTokens();
      this.#keep(document, { context: prompt.tokens, continuation: NO_TOKENS });
      const promptTokens = prompt.tokens.length;
      yield { status: 'ok', id, text: '', finishReason: 'end', promptTokens, cachedTokens: 0, generatedTokens: 0 };
    }
  }

  stream(): AsyncIterable<StreamEvent> {
    throw takesTokens();
  }

  async counters(): Promise<EngineCounters> {
    return {
      uniqueTokens: 0,
      requestedTokens: 0,
      paddingTokens: 0,
      scoredRows: 0,
      generatedTokens: 0,
      batches: 0,
      nativeMs: 0,
      peakMemoryBytes: 0,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#vocabulary[Symbol.dispose]();
  }

  #keep(document: number, window: TokenWindow): void {
    const windows = this.#windows.get(document) ?? [];
    windows.push(window);
    this.#windows.set(document, windows);
  }
}

function takesTokens(): EngineError {
  return new EngineError({ code: 'capability', message: 'The recording engine takes whole requests of tokens.' });
}
