import type {
  Engine,
  EngineCounters,
  EngineInfo,
  GenerateResponse,
  ScoreRequest,
  ScoreResponse,
  StreamEvent,
  Tokenizer,
} from '@understudy/core';
import { EngineError } from '@understudy/core';
import { openVocabulary, VocabularyTokenizer, type Vocabulary } from '@understudy/engine-llama';
import type { OpenEngineOptions } from '@understudy/engine-process';

/** Spreads the made-up log-probabilities, so that not every document has the same best choice. */
const SPREAD = 97;

/** An engine with the model's real tokenizer that answers at once: what is left is the cost of everything around an engine. */
export class InstantEngine implements Engine {
  readonly info: EngineInfo;
  readonly tokenizer: Tokenizer;
  readonly #vocabulary: Vocabulary;
  #requestedTokens = 0;
  #batches = 0;

  constructor({ model, settings }: OpenEngineOptions) {
    this.#vocabulary = openVocabulary(model);
    this.tokenizer = new VocabularyTokenizer(this.#vocabulary);
    this.info = {
      engine: 'instant',
      build: 'instant 1',
      identity: model.identity,
      compute: 'native',
      kvType: 'f32',
      attention: 'plain',
      deterministic: true,
      contextLength: settings.contextLength ?? 8192,
      threads: 1,
      architecture: 'instant',
      parameters: 0,
      capabilities: {
        logProbabilities: 'continuation',
        greedyFlag: true,
        generation: false,
        completions: false,
        chat: false,
        decoding: [],
        adapters: false,
      },
    };
  }

  async *score(requests: AsyncIterable<ScoreRequest>): AsyncGenerator<ScoreResponse> {
    for await (const { id, prompt } of requests) {
      if (prompt.kind === 'text') throw notATokenRequest();
      const promptTokens = prompt.context.length + prompt.continuation.length;
      this.#requestedTokens += promptTokens;
      this.#batches++;
      const sum = prompt.continuation.reduce((total, token) => total + token, promptTokens);
      yield { status: 'ok', id, logProbability: -1 - (sum % SPREAD), isGreedy: false, promptTokens, cachedTokens: 0 };
    }
  }

  generate(): AsyncIterable<GenerateResponse> {
    throw notATokenRequest();
  }

  stream(): AsyncIterable<StreamEvent> {
    throw notATokenRequest();
  }

  async counters(): Promise<EngineCounters> {
    return {
      uniqueTokens: 0,
      requestedTokens: this.#requestedTokens,
      paddingTokens: 0,
      scoredRows: 0,
      generatedTokens: 0,
      batches: this.#batches,
      nativeMs: 0,
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#vocabulary[Symbol.dispose]();
  }
}

function notATokenRequest(): EngineError {
  return new EngineError({ code: 'capability', message: 'The instant engine only scores tokens.' });
}
