import type { Decoding, Engine, GeneratePrompt, GenerateRequest, RequestOrigin, ScoreRequest } from '@understudy/core';
import type { TaskDocument } from '@understudy/tasks';
import { encodeAsText } from './encode-as-text.js';
import { encodeAsTokens } from './encode-as-tokens.js';
import { contextsOf, type EncodedRequest, type RequestOfKind } from './encoded-request.js';
import { commonPrefixLength } from './shared-prefix.js';

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

  #plan(document: TaskDocument, encoded: readonly EncodedRequest[]): PlannedDocument {
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
    { prompt, negativePrompt }: Extract<EncodedRequest, { kind: 'generate' }>,
  ): GenerateRequest {
    const { until, maxTokens, sampling, decoding } = document.requests[slot] as RequestOfKind<'generate'>;
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

  async #encodeAll(documents: readonly TaskDocument[]): Promise<readonly (readonly EncodedRequest[])[]> {
    const requests = documents.flatMap((document) => document.requests);
    const { engine, sendsMessages } = this.#options;
    const { tokenizer } = engine;
    const encoded =
      tokenizer === undefined
        ? requests.map((request) => encodeAsText(request, sendsMessages))
        : await encodeAsTokens(requests, { tokenizer, contextLength: engine.info.contextLength });
    let at = 0;
    return documents.map((document) => encoded.slice(at, (at += document.requests.length)));
  }
}

function guided(decoding: Decoding | undefined, negativePrompt: GeneratePrompt | undefined): Decoding | undefined {
  if (decoding?.guidance === undefined || negativePrompt === undefined) return decoding;
  return { ...decoding, guidance: { ...decoding.guidance, negativePrompt } };
}
