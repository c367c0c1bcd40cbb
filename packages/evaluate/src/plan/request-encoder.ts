import type {
  Decoding,
  Engine,
  GeneratePrompt,
  GenerateRequest,
  RequestOrigin,
  ScoreRequest,
  TextPair,
  Tokenizer,
  Tokens,
} from '@understudy/core';
import { parseMessages, rstripPython, type TaskDocument, type TaskRequest } from '@understudy/tasks';
import { rollingWindows } from './rolling-windows.js';
import { commonPrefixLength } from './shared-prefix.js';
import { truncatePair, truncatePrompt, type ContextLength } from './truncate-left.js';

/** A request to the engine and the task's request it answers (a rolling one takes several). */
export interface PlannedRequest {
  readonly slot: number;
  readonly request: ScoreRequest | GenerateRequest;
}

/** A document with its requests in the engine's terms. */
export interface PlannedDocument {
  readonly document: TaskDocument;
  readonly requests: readonly PlannedRequest[];
  /** Requests whose prompt was cut to fit. */
  readonly truncatedPrompts: number;
}

/** What the encoder needs to know beside the documents. */
export interface RequestEncoderOptions {
  readonly engine: Engine;
  /** The leaf task's name. */
  readonly task: string;
  /** Gives the next request number; unique within one stream of requests. */
  readonly nextId: () => number;
  /** Seed of sampled texts. */
  readonly seed: number;
  /** Stop strings of the chat template, beside those of the task. */
  readonly stop: readonly string[];
  /** Contexts are conversations written down by `messagesRenderer`; the engine gets the messages. */
  readonly sendsMessages: boolean;
}

type Kind<K extends TaskRequest['kind']> = Extract<TaskRequest, { kind: K }>;

/** The prompt of one task request, before it gets a number. */
type Encoded =
  | { readonly kind: 'score'; readonly prompts: readonly ScoreRequest['prompt'][]; readonly cut: number }
  | {
      readonly kind: 'generate';
      readonly prompt: GeneratePrompt;
      /** The prompt of guidance. */
      readonly negativePrompt: GeneratePrompt | undefined;
      readonly cut: number;
    };

/** Turns the requests of a leaf task's documents into tokens, many documents at a time, cut to the engine's context. */
export class RequestEncoder {
  readonly #options: RequestEncoderOptions;
  #sharedPrefix = 0;

  constructor(options: RequestEncoderOptions) {
    this.#options = options;
  }

  /**
   * Finds the prefix that the task's documents share. `documents` are the first ones of the split whatever is to be evaluated,
   * so that a document's requests do not depend on `--limit` or on what is already stored.
   */
  async learnSharedPrefix(documents: readonly TaskDocument[]): Promise<void> {
    if (documents.length < 2) return;
    const encoded = await this.#encodeAll(documents);
    const contexts = encoded.flatMap((requests) => requests.flatMap(contextsOf));
    this.#sharedPrefix = commonPrefixLength(contexts);
  }

  /** Encodes documents; requests of one document stay together, in order. */
  async encode(documents: readonly TaskDocument[]): Promise<readonly PlannedDocument[]> {
    const encoded = await this.#encodeAll(documents);
    return documents.map((document, at) => this.#plan(document, encoded[at]!));
  }

  #plan(document: TaskDocument, encoded: readonly Encoded[]): PlannedDocument {
    const requests = encoded.flatMap((entry, slot): PlannedRequest[] =>
      entry.kind === 'score'
        ? entry.prompts.map((prompt) => ({ slot, request: { ...this.#origin(document), prompt } }))
        : [{ slot, request: this.#generateRequest(document, slot, entry) }],
    );
    return { document, requests, truncatedPrompts: encoded.filter(({ cut }) => cut > 0).length };
  }

  #origin(document: TaskDocument): RequestOrigin {
    const { task, nextId } = this.#options;
    return { id: nextId(), task, document: document.docId, sharedPrefix: this.#sharedPrefix };
  }

  /** Repeats of one request (`repeats: n`) get seeds of their own, so that sampled answers differ. */
  #generateRequest(
    document: TaskDocument,
    slot: number,
    { prompt, negativePrompt }: Extract<Encoded, { kind: 'generate' }>,
  ): GenerateRequest {
    const { until, maxTokens, sampling, decoding } = document.requests[slot] as Kind<'generate'>;
    const eos = this.#options.engine.tokenizer?.info.eos?.text;
    const stop = [...new Set([...until, ...(eos === undefined ? [] : [eos]), ...this.#options.stop])];
    const seed = this.#options.seed + slot;
    return {
      ...this.#origin(document),
      prompt,
      maxTokens,
      stop,
      sampling: { ...sampling, seed },
      decoding: guided(decoding, negativePrompt),
    };
  }

  async #encodeAll(documents: readonly TaskDocument[]): Promise<readonly (readonly Encoded[])[]> {
    const requests = documents.flatMap((document) => document.requests);
    const { engine, sendsMessages } = this.#options;
    const { tokenizer } = engine;
    const encoded =
      tokenizer === undefined
        ? requests.map((request) => asText(request, sendsMessages))
        : await this.#tokenize(tokenizer, requests);
    let at = 0;
    return documents.map((document) => encoded.slice(at, (at += document.requests.length)));
  }

  async #tokenize(tokenizer: Tokenizer, requests: readonly TaskRequest[]): Promise<readonly Encoded[]> {
    const only = <K extends TaskRequest['kind']>(kind: K): Kind<K>[] =>
      requests.filter((request): request is Kind<K> => request.kind === kind);
    const generations = only('generate');
    const negatives = generations.flatMap(({ negativePrompt }) => negativePrompt ?? []);
    const [pairs, pages, prompts, negativePrompts] = await Promise.all([
      tokenizer.encodePairs(only('loglikelihood')),
      tokenizer.encode(
        only('rolling').map(({ text }) => text),
        { addSpecial: true },
      ),
      tokenizer.encode(
        generations.map(({ context }) => context),
        { addSpecial: true },
      ),
      tokenizer.encode(negatives, { addSpecial: true }),
    ]);
    const [nextPair, nextPage, nextPrompt, nextNegative] = [
      pairs.values(),
      pages.values(),
      prompts.values(),
      negativePrompts.values(),
    ];
    return requests.map((request): Encoded => {
      switch (request.kind) {
        case 'loglikelihood':
          return this.#encodedPair(nextPair.next().value!);
        case 'rolling':
          return this.#encodedPage(nextPage.next().value!, tokenizer.info.prefix.id);
        case 'generate':
          return this.#encodedPrompt(
            nextPrompt.next().value!,
            request.negativePrompt === undefined ? undefined : nextNegative.next().value!,
            request.maxTokens,
          );
        default:
          return request satisfies never;
      }
    });
  }

  get #length(): ContextLength {
    const { info, tokenizer } = this.#options.engine;
    return { tokens: info.contextLength, pairsAreApart: tokenizer?.info.pairsAreApart ?? false };
  }

  #encodedPair(pair: { readonly context: Tokens; readonly continuation: Tokens }): Encoded {
    const { value, cut } = truncatePair(pair, this.#length);
    return { kind: 'score', prompts: [{ kind: 'tokens', ...value }], cut };
  }

  #encodedPage(tokens: Tokens, prefix: number): Encoded {
    const windows = rollingWindows(tokens, this.#options.engine.info.contextLength, prefix);
    return { kind: 'score', prompts: windows.map((window) => ({ kind: 'tokens', ...window })), cut: 0 };
  }

  #encodedPrompt(tokens: Tokens, negative: Tokens | undefined, maxTokens: number): Encoded {
    const { value, cut } = truncatePrompt(tokens, this.#length, maxTokens);
    const negativePrompt = negative && {
      kind: 'tokens' as const,
      tokens: truncatePrompt(negative, this.#length, maxTokens).value,
    };
    return { kind: 'generate', prompt: { kind: 'tokens', tokens: value }, negativePrompt, cut };
  }
}

/** A request for an engine that takes text or messages; what must be tokens (rolling windows) is given whole. */
function asText(request: TaskRequest, sendsMessages: boolean): Encoded {
  switch (request.kind) {
    case 'loglikelihood':
      return { kind: 'score', prompts: [{ kind: 'text', ...spacesMoved(request) }], cut: 0 };
    case 'rolling':
      return { kind: 'score', prompts: [{ kind: 'text', context: '', continuation: request.text }], cut: 0 };
    case 'generate':
      return {
        kind: 'generate',
        prompt: sendsMessages
          ? { kind: 'chat', messages: parseMessages(request.context) }
          : { kind: 'text', text: request.context },
        negativePrompt:
          request.negativePrompt === undefined ? undefined : { kind: 'text', text: request.negativePrompt },
        cut: 0,
      };
    default:
      return request satisfies never;
  }
}

/** White space at the end of the context belongs to the continuation (lm-evaluation-harness, `_encode_pair`). */
function spacesMoved({ context, continuation }: Kind<'loglikelihood'>): TextPair {
  const kept = rstripPython(context);
  return { context: kept, continuation: context.slice(kept.length) + continuation };
}

function guided(decoding: Decoding | undefined, negativePrompt: GeneratePrompt | undefined): Decoding | undefined {
  if (decoding?.guidance === undefined || negativePrompt === undefined) return decoding;
  return { ...decoding, guidance: { ...decoding.guidance, negativePrompt } };
}

/** The tokens a request starts with, as far as another document could share them: all but the last of the context. */
function contextsOf(encoded: Encoded): readonly Tokens[] {
  if (encoded.kind === 'generate')
    return encoded.prompt.kind === 'tokens' ? [encoded.prompt.tokens.subarray(0, -1)] : [];
  return encoded.prompts.flatMap((prompt) => (prompt.kind === 'tokens' ? [prompt.context.subarray(0, -1)] : []));
}
