import type { GeneratePrompt } from '@understudy/core';
import type { ChatMessage } from '@understudy/tasks';
import type { PromptWriter, WrittenPrompt } from './prompt-writer.js';

/** What a conversation is written down with. */
export interface ConversationOptions {
  readonly write: PromptWriter;
  /** `one`: the template is made for a question and its answer. */
  readonly turns: 'one' | 'many';
  /** Tokens that the prompt may have: the context length less the longest answer. */
  readonly promptLimit: number;
  readonly system: string | undefined;
}

/** A prompt for the next answer. */
export interface ConversationPrompt {
  readonly prompt: GeneratePrompt;
  /** Messages at the beginning that no longer fit and were left out. */
  readonly forgotten: number;
}

/** The messages so far, and the prompt they make. */
export class Conversation {
  readonly #options: ConversationOptions;
  #system: string | undefined;
  #turns: readonly ChatMessage[] = [];

  constructor(options: ConversationOptions) {
    this.#options = options;
    this.#system = options.system;
  }

  /** Starts over; with a text, also under another system message. */
  reset(system = this.#system): void {
    this.#system = system;
    this.#turns = [];
  }

  /** False where the template has no place for a further question. */
  get takesQuestion(): boolean {
    return this.#options.turns === 'many' || this.#turns.length === 0;
  }

  /** Adds an exchange that took place. Templates that want a space in front of an answer write it themselves. */
  add(question: string, answer: string): void {
    this.#turns = [...this.#turns, { role: 'user', content: question }, { role: 'assistant', content: answer.trim() }];
  }

  /**
   * The prompt that asks a question. Where it is too long, the oldest exchanges are left out, never the system message;
   * undefined when the question alone is too long.
   */
  async prompt(question: string): Promise<ConversationPrompt | undefined> {
    for (let forgotten = 0; forgotten <= this.#turns.length; forgotten += 2) {
      const { prompt, length } = await this.#write([
        ...this.#turns.slice(forgotten),
        { role: 'user', content: question },
      ]);
      if (length <= this.#options.promptLimit) return { prompt, forgotten };
    }
    return undefined;
  }

  #write(turns: readonly ChatMessage[]): Promise<WrittenPrompt> {
    const system: readonly ChatMessage[] =
      this.#system === undefined ? [] : [{ role: 'system', content: this.#system }];
    return this.#options.write([...system, ...turns]);
  }
}
