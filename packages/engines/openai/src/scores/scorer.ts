import { BugError, type ScoreRequest, type ServiceRecord, type TextPair } from '@understudy/core';
import {
  answerFailure,
  type Answered,
  type MakeCall,
  type ScoredText,
  type ServerCall,
  type Served,
  type TokenUsage,
} from '@understudy/engine-http';
import { echoParameters, readEcho } from './echo.js';
import { findContinuation } from './find-continuation.js';
import { scoreContinuation } from './continuation-score.js';
import type { GivenTokens } from './given-tokens.js';
import { promptLogprobsParameters, readPromptLogprobs } from './prompt-logprobs.js';

/** The ways in which servers score a text that they are given. */
export const SCORE_METHODS = {
  echo: { parameters: echoParameters, read: readEcho },
  prompt_logprobs: { parameters: promptLogprobsParameters, read: readPromptLogprobs },
} as const satisfies Readonly<
  Record<string, { parameters: object; read: (json: unknown, what: string) => Answered<GivenTokens> }>
>;

export type ScoreMethod = keyof typeof SCORE_METHODS;

/** Contexts whose number of tokens is remembered: the choices of a document come one after another. */
const MOST_CONTEXTS = 256;

/** The call that scores all tokens of a text. */
export function tokensCall(model: string, text: string, method: ScoreMethod): ServerCall<GivenTokens> {
  const { parameters, read } = SCORE_METHODS[method];
  return {
    path: '/completions',
    body: { model, prompt: text, ...parameters },
    promptBytes: Buffer.byteLength(text),
    maxTokens: parameters.max_tokens,
    read: (json) => read(json, 'POST /completions'),
  };
}

/**
 * Log-probabilities of continuations from a server that scores given texts. Which tokens are the continuation's is told by their texts;
 * where those do not fit, by the number of tokens that the context has alone, which is how lm-evaluation-harness cuts.
 */
export class Scorer {
  readonly #model: string;
  readonly #method: ScoreMethod;
  readonly #contextTokens = new Map<string, Promise<Served<GivenTokens>>>();

  constructor(model: string, method: ScoreMethod) {
    this.#model = model;
    this.#method = method;
  }

  async score({ prompt }: ScoreRequest, call: MakeCall): Promise<ScoredText> {
    if (prompt.kind === 'tokens') {
      throw new BugError({ code: 'tokens-sent', message: 'A server was to be sent tokens; it takes text.' });
    }
    return this.scorePair(prompt, call);
  }

  /** Scores a pair of texts; trailing white space is part of the continuation already. */
  async scorePair({ context, continuation }: TextPair, call: MakeCall): Promise<ScoredText> {
    const served = await call(tokensCall(this.#model, context + continuation, this.#method));
    const { tokens } = served.value;
    const found = findContinuation(tokens, continuation);
    const alone = found === undefined && context !== '' ? await this.#scoredContext(context, call) : undefined;
    const begin = found ?? alone?.served.value.tokens.length;
    if (begin === undefined)
      throw answerFailure('POST /completions', 'the tokens do not add up to the text that was sent');
    const score = scoreContinuation(tokens, begin, 'POST /completions');
    const extra = alone?.isNew === true ? alone.served : undefined;
    return {
      ...score,
      usage: addUsage(served.usage, extra?.usage),
      service: addService(served.service, extra?.service),
    };
  }

  async #scoredContext(context: string, call: MakeCall): Promise<{ served: Served<GivenTokens>; isNew: boolean }> {
    const known = this.#contextTokens.get(context);
    if (known !== undefined) return { served: await known, isNew: false };
    const asked = call(tokensCall(this.#model, context, this.#method));
    this.#contextTokens.set(context, asked);
    // A failure is asked again by the next request.
    asked.catch(() => this.#contextTokens.delete(context));
    const [oldest] = this.#contextTokens.keys();
    if (this.#contextTokens.size > MOST_CONTEXTS && oldest !== undefined) this.#contextTokens.delete(oldest);
    return { served: await asked, isNew: true };
  }
}

function addUsage(usage: TokenUsage | undefined, extra: TokenUsage | undefined): TokenUsage | undefined {
  if (usage === undefined || extra === undefined) return usage;
  return {
    promptTokens: usage.promptTokens + extra.promptTokens,
    cachedTokens: usage.cachedTokens + extra.cachedTokens,
    generatedTokens: usage.generatedTokens + extra.generatedTokens,
  };
}

function addService(service: ServiceRecord, extra: ServiceRecord | undefined): ServiceRecord {
  if (extra === undefined) return service;
  const cost = service.cost === null || extra.cost === null ? null : service.cost + extra.cost;
  return { ...service, cost, attempts: service.attempts + extra.attempts - 1 };
}
