import { randomInt } from 'node:crypto';
import { resolveSpec } from '@understudy/catalog';
import { EngineError, usedSettings, type Engine, type GenerateRequest, type ResolvedModel } from '@understudy/core';
import { openModel } from '@understudy/engines';
import { checkDecoding } from '@understudy/evaluate';
import { understudyHome } from '@understudy/hub';
import type { FreeMessage, FreeModel } from '@understudy/server';
import type { RemoteUse } from '@understudy/engines';
import type { OptionValues } from '../../options/option.js';
import type { ProgressDisplay } from '../../terminal/progress-display.js';
import { progressLine } from '../../terminal/progress-line.js';
import { chatEngineSettings } from '../chat/chat-engine-settings.js';
import { chosenDecoding } from '../chat/chosen-decoding.js';
import { conversationForm } from '../chat/conversation-form.js';
import { Conversation } from '../chat/conversation.js';
import { fitSampling } from '../chat/fit-sampling.js';
import type { CommandContext } from '../command-context.js';
import { givenChatTemplate } from '../given-chat-template.js';
import { transferOptions } from '../transfer-options.js';
import type { serveOptions } from './serve-options.js';

type ServeValues = OptionValues<typeof serveOptions>;

/** What a model is opened with. */
export interface LiveModelOptions {
  readonly values: ServeValues;
  readonly remote: RemoteUse;
  readonly display: ProgressDisplay;
  readonly context: CommandContext;
}

/** An engine that answers, and how conversations are written down for it. */
interface Answering {
  readonly engine: Engine;
  readonly choice: Pick<GenerateRequest, 'maxTokens' | 'stop' | 'sampling' | 'decoding'>;
  readonly conversation: () => Conversation;
}

/** A model of the arena that answers live. Its engine opens with the first question, and closes with the model. */
export class LiveModel implements FreeModel, AsyncDisposable {
  readonly resolved: ResolvedModel;
  readonly spec: string;
  readonly #options: LiveModelOptions;
  readonly #model: ReturnType<typeof openModel>;
  #answering: Promise<Answering> | undefined;

  constructor(spec: string, resolved: ResolvedModel, options: LiveModelOptions) {
    const { values, remote, display, context } = options;
    this.spec = spec;
    this.resolved = resolved;
    this.#options = options;
    this.#model = openModel({
      model: resolved,
      settings: chatEngineSettings('paths' in resolved ? resolved.paths : undefined, values),
      remote,
      home: understudyHome(context.environment),
      onProgress: (progress) => display.update(progressLine(progress)),
      onLog: context.verbose ? (line) => display.note(line) : undefined,
      signal: context.signal,
    });
  }

  get versionId(): string {
    return this.resolved.name;
  }

  async *answer(messages: readonly FreeMessage[], signal: AbortSignal): AsyncGenerator<string> {
    const { engine, choice, conversation } = await this.#open();
    const talk = conversation();
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
    this.#answering ??= this.#start().catch((error: unknown) => {
      this.#answering = undefined;
      throw error;
    });
    return this.#answering;
  }

  async #start(): Promise<Answering> {
    const { values, context } = this.#options;
    const { messages } = context;
    const { chatTemplate: value } = values;
    const given =
      value === undefined ? undefined : await givenChatTemplate({ option: '--chat_template', value }, messages);
    const decoding = chosenDecoding(values, messages);
    const engine = await (decoding.sampling.temperature > 0 ? this.#model.sampling() : this.#model.greedy());
    const { info } = engine;
    const form = conversationForm({ model: this.resolved, engine, given }, messages);
    const sampling = fitSampling(decoding.sampling, info.capabilities);
    const choice = { maxTokens: values.maxGenToks, stop: form.stop, ...decoding, sampling };
    checkDecoding(info, usedSettings(choice));
    const promptLimit = info.contextLength - Math.min(values.maxGenToks, Math.floor(info.contextLength / 2));
    const { systemInstruction: system } = values;
    const conversation = () => new Conversation({ write: form.write, turns: form.turns, promptLimit, system });
    return { engine, choice, conversation };
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
export async function liveModels(specs: readonly string[], options: LiveModelOptions): Promise<LiveModels> {
  const { values, context, display } = options;
  const models: LiveModel[] = [];
  for (const spec of specs) {
    const resolved = await resolveSpec(spec, {
      ...transferOptions(context, display),
      adapters: values.adapter,
      draft: values.draftModel,
      slidingWindow: values.slidingWindow,
    });
    models.push(new LiveModel(spec, resolved, options));
  }
  return {
    models,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(models.map((model) => model[Symbol.asyncDispose]()));
    },
  };
}
