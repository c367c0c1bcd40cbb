import { randomInt } from 'node:crypto';
import { EngineError, type ResolvedModel } from '@understudy/core';
import type { OpenModel } from '@understudy/engines';
import type { FreeMessage, FreeModel } from '@understudy/server';
import type { Messages } from '../../messages/messages.js';
import type { OptionValues } from '../../options/option.js';
import { chosenDecoding } from '../chat/chosen-decoding.js';
import { Conversation } from '../chat/conversation.js';
import { findChatModel, type ChatModel, type ChatModelUse } from '../chat/find-chat-model.js';
import { openAnswering, type Answering } from '../chat/open-answering.js';
import type { serveOptions } from './serve-options.js';

type ServeValues = OptionValues<typeof serveOptions>;

/** How a model answers. */
interface AnswerOptions {
  readonly decoding: ReturnType<typeof chosenDecoding>;
  readonly values: ServeValues;
  readonly messages: Messages;
}

/** A model of the arena that answers live. Its engine opens with the first question, and closes with the model. */
export class LiveModel implements FreeModel, AsyncDisposable {
  readonly spec: string;
  readonly #found: ChatModel;
  readonly #options: AnswerOptions;
  readonly #model: OpenModel;
  #answering: Promise<Answering> | undefined;

  constructor(spec: string, found: ChatModel, options: AnswerOptions) {
    this.spec = spec;
    this.#found = found;
    this.#options = options;
    this.#model = found.open();
  }

  get resolved(): ResolvedModel {
    return this.#found.resolved;
  }

  get versionId(): string {
    return this.resolved.name;
  }

  async *answer(messages: readonly FreeMessage[], signal: AbortSignal): AsyncGenerator<string> {
    const { engine, form, choice, promptLimit } = await this.#open();
    const { systemInstruction: system } = this.#options.values;
    const talk = new Conversation({ write: form.write, turns: form.turns, promptLimit, system });
    const question = messages.at(-1)?.content ?? '';
    for (let at = 0; at + 1 < messages.length; at += 2) {
      talk.add(messages[at]?.content ?? '', messages[at + 1]?.content ?? '');
    }
    const written = talk.takesQuestion ? await talk.prompt(question) : undefined;
    if (written === undefined) throw this.#failed('prompt-too-long', 'the conversation does not fit');
    const origin = { id: 0, task: 'arena', document: 0, sharedPrefix: 0 };
    const sampling = { ...choice.sampling, seed: randomInt(2 ** 31) };
    const request = { ...origin, prompt: written.prompt, ...choice, sampling };
    for await (const event of engine.stream(request, { signal })) {
      if (event.type === 'text-delta') yield event.text;
      else if (event.response.status !== 'ok') throw this.#failed(event.response.code, event.response.message);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#model[Symbol.asyncDispose]();
  }

  /** Opens the engine once; one that could not be opened is tried again with the next question. */
  #open(): Promise<Answering> {
    const { decoding, values, messages } = this.#options;
    const options = { found: this.#found, decoding, maxTokens: values.maxGenToks, messages };
    this.#answering ??= openAnswering(this.#model, options).catch((error: unknown) => {
      this.#answering = undefined;
      throw error;
    });
    return this.#answering;
  }

  #failed(code: string, problem: string): EngineError {
    return new EngineError({
      code,
      message: `${this.versionId} gave no answer: ${problem}.`,
      values: { spec: this.spec },
    });
  }
}

/** Models that close together. */
export interface LiveModels extends AsyncDisposable {
  readonly models: readonly LiveModel[];
}

/** Finds the files of the models, fetching what is missing; engines open later. */
export async function liveModels(
  specs: readonly string[],
  { values, ...use }: ChatModelUse & { readonly values: ServeValues },
): Promise<LiveModels> {
  const { messages } = use.context;
  const options = { decoding: chosenDecoding(values, messages), values, messages };
  const models: LiveModel[] = [];
  for (const spec of specs) models.push(new LiveModel(spec, await findChatModel(spec, { values, ...use }), options));
  return {
    models,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(models.map((model) => model[Symbol.asyncDispose]()));
    },
  };
}
