import type { ChatMessage, Generation, GenerateRequest } from '@understudy/core';
import type { Answer, ModelVersion, Question } from '@understudy/store';
import { answerId } from './answer-id.js';
import { leaksIdentity } from './identity-leak.js';

/** A conversation about one question, turn by turn, until it is an answer. */
export class Answering {
  readonly question: Question;
  readonly sample: number;
  readonly #version: ModelVersion;
  readonly #isUsd: boolean;
  readonly #turns: string[] = [];
  #tokens = 0;
  #promptTokens = 0;
  #cost: number | null = 0;
  #latencyMs = 0;
  #finishReason: Generation['finishReason'] | undefined;

  /** @param isUsd whether costs are in the currency that answers are stored with */
  constructor(
    { question, sample }: { readonly question: Question; readonly sample: number },
    { version, isUsd }: { readonly version: ModelVersion; readonly isUsd: boolean },
  ) {
    this.question = question;
    this.sample = sample;
    this.#version = version;
    this.#isUsd = isUsd;
  }

  /** The turn that comes next, from 1. */
  get turn(): number {
    return this.#turns.length + 1;
  }

  get isDone(): boolean {
    return this.#turns.length === this.question.turns.length;
  }

  /** What was read for it so far, in tokens. */
  get promptTokens(): number {
    return this.#promptTokens;
  }

  /** The conversation up to the question of the next turn. */
  messages(): readonly ChatMessage[] {
    const { system } = this.#version;
    const said = this.question.turns.slice(0, this.turn).flatMap((content, place): ChatMessage[] => {
      const answer = this.#turns[place];
      const asked: ChatMessage = { role: 'user', content };
      return answer === undefined ? [asked] : [asked, { role: 'assistant', content: answer.trim() }];
    });
    return system === null ? said : [{ role: 'system', content: system }, ...said];
  }

  add({ text, generatedTokens, promptTokens, finishReason, service }: Generation, latencyMs: number): void {
    this.#turns.push(text);
    this.#tokens += generatedTokens;
    this.#promptTokens += promptTokens;
    this.#latencyMs += latencyMs;
    const cost = this.#isUsd ? (service?.cost ?? null) : null;
    this.#cost = this.#cost === null || cost === null ? null : this.#cost + cost;
    // One turn that was cut short makes the answer cut short.
    if (this.#finishReason !== 'length') this.#finishReason = finishReason;
  }

  answer(): Answer {
    const { id: versionId, name, organisation } = this.#version;
    const key = { questionId: this.question.id, versionId, sample: this.sample };
    return {
      id: answerId(key),
      ...key,
      turns: this.#turns,
      tokens: this.#tokens,
      finishReason: this.#finishReason ?? null,
      latencyMs: Math.round(this.#latencyMs),
      cost: this.#cost,
      identityLeak: leaksIdentity(this.#turns, organisation === null ? [name] : [name, organisation]),
    };
  }
}

/** How answers are chosen. */
export type AnswerChoice = Pick<GenerateRequest, 'maxTokens' | 'stop' | 'sampling' | 'decoding'>;
