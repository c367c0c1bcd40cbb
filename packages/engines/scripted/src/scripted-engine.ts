import {
  DECODING_SETTINGS,
  refuseAdapters,
  type CallOptions,
  type Engine,
  type EngineCapabilities,
  type EngineCounters,
  type EngineInfo,
  type GeneratePrompt,
  type GenerateRequest,
  type GenerateResponse,
  type RequestFailure,
  type RequestOrigin,
  type ScoreRequest,
  type ScoreResponse,
  type StreamEvent,
  type TextPair,
  type Tokenizer,
} from '@understudy/core';
import { ByteTokenizer, decodeBytes } from './byte-tokenizer.js';

/** What a scripted engine answers. An error thrown by `score` or `generate` becomes the answer to that request alone. */
export interface Script {
  /** Log-probability and greedy flag of a continuation; without it continuations are as likely as they are short. */
  readonly score?: (pair: TextPair) => { readonly logProbability: number; readonly isGreedy: boolean };
  /** The text that follows a prompt, before it is cut at stop strings; without it the prompt's last line. */
  readonly generate?: (prompt: string) => string;
  /** Called before each answer: a test may wait or throw here; what it throws ends the engine. */
  readonly beforeAnswer?: (answered: number) => Promise<void> | void;
  readonly chatTemplate?: string;
  readonly contextLength?: number;
  /** False: the engine takes text, as a remote one does. */
  readonly hasTokenizer?: boolean;
  /** What the engine says of itself; false by default. */
  readonly deterministic?: boolean;
  /** The engine ends after so many answers, as a faulty one would. */
  readonly endsAfter?: number;
  /** What the engine says that it can do, beside what every one can. */
  readonly capabilities?: Partial<EngineCapabilities>;
  /** What it says that it is; zeros by default. */
  readonly identity?: string;
}

/** An engine that answers from a script: a normal engine to the code that uses it, and quick and exact in tests. */
export class ScriptedEngine implements Engine {
  readonly info: EngineInfo;
  readonly tokenizer: Tokenizer | undefined;
  readonly #script: Script;
  #answered = 0;
  #requestedTokens = 0;

  constructor(script: Script = {}) {
    this.#script = script;
    this.tokenizer = script.hasTokenizer === false ? undefined : new ByteTokenizer(script.chatTemplate);
    this.info = {
      engine: 'scripted',
      build: 'scripted 1',
      identity: script.identity ?? '0'.repeat(64),
      compute: 'f32',
      kvType: 'f32',
      attention: 'plain',
      deterministic: script.deterministic ?? false,
      contextLength: script.contextLength ?? 2048,
      threads: 1,
      architecture: 'scripted',
      parameters: 0,
      capabilities: {
        logProbabilities: 'continuation',
        greedyFlag: true,
        generation: true,
        completions: true,
        chat: false,
        decoding: DECODING_SETTINGS,
        adapters: false,
        ...script.capabilities,
      },
    };
  }

  /** Requests answered so far. */
  get answered(): number {
    return this.#answered;
  }

  async *score(requests: AsyncIterable<ScoreRequest>, options: CallOptions = {}): AsyncGenerator<ScoreResponse> {
    yield* this.#answerAll(requests, options, (request) => this.#score(request));
  }

  async *generate(
    requests: AsyncIterable<GenerateRequest>,
    options: CallOptions = {},
  ): AsyncGenerator<GenerateResponse> {
    yield* this.#answerAll(requests, options, (request) => this.#generate(request));
  }

  async *stream(request: GenerateRequest, options: CallOptions = {}): AsyncGenerator<StreamEvent> {
    refuseAdapters(this.info, options);
    const response = this.#answer(request.id, () => this.#generate(request));
    if (response.status === 'ok') {
      for (const text of response.text.match(/\S*\s*/gu) ?? []) if (text !== '') yield { type: 'text-delta', text };
    }
    yield { type: 'finish', response };
  }

  async counters(): Promise<EngineCounters> {
    return {
      uniqueTokens: this.#requestedTokens,
      requestedTokens: this.#requestedTokens,
      paddingTokens: 0,
      scoredRows: 0,
      generatedTokens: 0,
      batches: this.#answered,
      nativeMs: 0,
      peakMemoryBytes: 0,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  async *#answerAll<Request extends RequestOrigin, Response>(
    requests: AsyncIterable<Request>,
    options: CallOptions,
    answer: (request: Request) => Response,
  ): AsyncGenerator<Response | RequestFailure> {
    refuseAdapters(this.info, options);
    for await (const request of requests) {
      options.signal?.throwIfAborted();
      if (this.#answered === this.#script.endsAfter) return;
      await this.#script.beforeAnswer?.(this.#answered);
      yield this.#answer(request.id, () => answer(request));
    }
  }

  #answer<T>(id: number, answer: () => T): T | RequestFailure {
    this.#answered++;
    try {
      return answer();
    } catch (error) {
      return { status: 'error', id, code: 'scripted', message: error instanceof Error ? error.message : String(error) };
    }
  }

  #score({ id, prompt }: ScoreRequest): ScoreResponse {
    const pair =
      prompt.kind === 'text'
        ? prompt
        : { context: decodeBytes(prompt.context, true), continuation: decodeBytes(prompt.continuation, true) };
    const promptTokens = prompt.context.length + prompt.continuation.length;
    this.#requestedTokens += promptTokens;
    const { logProbability, isGreedy } = this.#script.score?.(pair) ?? {
      logProbability: -pair.continuation.length,
      isGreedy: false,
    };
    return { status: 'ok', id, logProbability, isGreedy, promptTokens, cachedTokens: 0 };
  }

  #generate({ id, prompt, maxTokens, stop }: GenerateRequest): GenerateResponse {
    const text = promptText(prompt);
    const promptTokens = prompt.kind === 'tokens' ? prompt.tokens.length : text.length;
    this.#requestedTokens += promptTokens;
    const whole = this.#script.generate?.(text) ?? text.slice(text.lastIndexOf('\n') + 1);
    const cuts = stop.map((s) => whole.indexOf(s)).filter((at) => at >= 0);
    const end = Math.min(whole.length, maxTokens, ...cuts);
    const finishReason = cuts.includes(end) ? 'stop' : end < whole.length ? 'length' : 'end';
    return {
      status: 'ok',
      id,
      text: whole.slice(0, end),
      finishReason,
      promptTokens,
      cachedTokens: 0,
      generatedTokens: end,
    };
  }
}

/** A prompt as a script sees it: of a conversation each message on lines of its own, behind its role. */
function promptText(prompt: GeneratePrompt): string {
  switch (prompt.kind) {
    case 'text':
      return prompt.text;
    case 'tokens':
      return decodeBytes(prompt.tokens, true);
    case 'chat':
      return prompt.messages.map(({ role, content }) => `${role}: ${content}`).join('\n');
    default:
      return prompt satisfies never;
  }
}
