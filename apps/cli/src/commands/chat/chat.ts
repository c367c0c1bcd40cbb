import { resolveAdapters, resolveSpec } from '@understudy/catalog';
import { areCheckpointFiles } from '@understudy/checkpoint';
import {
  usedSettings,
  UserError,
  type ChatTemplate,
  type Engine,
  type EngineSettings,
  type ModelFiles,
  type ResolvedModel,
} from '@understudy/core';
import { openModel, planModel } from '@understudy/engines';
import { checkDecoding } from '@understudy/evaluate';
import { understudyHome } from '@understudy/hub';
import { chooseChatTemplate, createChatRenderer } from '@understudy/tasks';
import { EXIT } from '../../errors/exit-codes.js';
import { adapters } from '../../options/values/adapter-specs.js';
import { engineSettings } from '../../options/tables/engine-settings.js';
import type { OptionValues } from '../../options/option.js';
import { remoteUse } from '../../options/tables/remote-use.js';
import { showProgress } from '../../terminal/show-progress.js';
import { progressLine } from '../../terminal/progress-line.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../command.js';
import { givenChatTemplate } from '../given-chat-template.js';
import { serviceLines } from '../service-text.js';
import { transferOptions } from '../transfer-options.js';
import { chatLoop } from './chat-loop.js';
import { chatOptions } from './chat-options.js';
import { chosenDecoding } from './chosen-decoding.js';
import { Conversation } from './conversation.js';
import { fitSampling } from './fit-sampling.js';
import { messagesWriter, templateWriter, textWriter, type PromptWriter } from './prompt-writer.js';

type ChatValues = OptionValues<typeof chatOptions>;

/** How a conversation is written down for a model. */
interface ConversationForm {
  readonly write: PromptWriter;
  readonly turns: 'one' | 'many';
  /** Stop strings of the chat template. */
  readonly stop: readonly string[];
}

/** The template asked for, else the file's own or that of a server which takes messages, else the card's. */
function conversationForm(
  { model, engine, given }: { model: ResolvedModel; engine: Engine; given: ChatTemplate | undefined },
  { messages }: CommandContext,
): ConversationForm {
  const { tokenizer, info } = engine;
  if (given === undefined && tokenizer === undefined && info.capabilities.chat) {
    return { write: messagesWriter, turns: 'many', stop: [] };
  }
  const card = 'paths' in model ? model.chatTemplate : undefined;
  const template = chooseChatTemplate({ given, own: tokenizer?.info.chatTemplate, card });
  if (template === undefined) {
    throw new UserError({
      code: 'no-chat-template',
      message: messages.chat.noTemplate(model.name),
      hint: messages.chat.noTemplateHint,
    });
  }
  const { bos, eos } = tokenizer?.info ?? {};
  const renderer = createChatRenderer({ template, specialTokens: { bos_token: bos?.text, eos_token: eos?.text } });
  const write = tokenizer === undefined ? textWriter(renderer) : templateWriter(renderer, tokenizer);
  return { write, turns: template.turns, stop: template.stop };
}

/** What the answers of a server cost, for the end of the conversation. */
async function tellCost(engine: Engine, { messages, stderr }: CommandContext): Promise<void> {
  const { service, requestedTokens, generatedTokens } = await engine.counters();
  if (service === undefined || service.answered === 0) return;
  const used = engine.info.server?.price ?? null;
  const tokens = { promptTokens: requestedTokens, generatedTokens };
  for (const line of serviceLines(service, tokens, { used, texts: messages.summary })) stderr.write(`${line}\n`);
}

/**
 * A checkpoint is read by one engine, in one format, which takes the most probable token each time; a GGUF is for llama. A model that is
 * no files has none of both.
 */
function chatSettings(paths: ModelFiles['paths'] | undefined, values: ChatValues): EngineSettings {
  const isGguf = paths !== undefined && !areCheckpointFiles(paths);
  const compute = values.compute === 'native' ? 'auto' : values.compute;
  const how = isGguf ? ({ engine: 'llama' } as const) : ({ engine: 'auto', compute } as const);
  return engineSettings({ ...values, ...how, deterministic: false });
}

/** `understudy chat MODEL` */
export const chat = defineCommand({
  options: chatOptions,
  async run({ values, words }, context) {
    const { environment, messages, stderr, signal, verbose } = context;
    const [spec = ''] = words;
    const { chatTemplate: value } = values;
    // A wrong name is told before any model is fetched.
    const given =
      value === undefined ? undefined : await givenChatTemplate({ option: '--chat_template', value }, messages);
    using display = showProgress(stderr);
    const decoding = chosenDecoding(values, messages);
    const resolved = await resolveSpec(spec, {
      ...transferOptions(context, display),
      adapters: values.adapter,
      draft: values.draftModel,
      slidingWindow: values.slidingWindow,
      inspect: (paths) => {
        planModel({ paths, settings: chatSettings(paths, values), hasAdapters: values.adapter.length > 0 });
      },
    });
    await using model = openModel({
      model: resolved,
      settings: chatSettings('paths' in resolved ? resolved.paths : undefined, values),
      remote: remoteUse(values, context),
      home: understudyHome(environment),
      onProgress: (progress) => display.update(progressLine(progress)),
      onLog: verbose ? (line) => display.note(line) : undefined,
      signal,
    });
    const engine = await (decoding.sampling.temperature > 0 ? model.sampling() : model.greedy());
    const { info } = engine;
    const form = conversationForm({ model: resolved, engine, given }, context);
    const sampling = fitSampling(decoding.sampling, info.capabilities);
    const choice = { maxTokens: values.maxGenToks, stop: form.stop, ...decoding, sampling };
    checkDecoding(info, usedSettings(choice));
    const conversation = new Conversation({
      write: form.write,
      turns: form.turns,
      promptLimit: info.contextLength - Math.min(values.maxGenToks, Math.floor(info.contextLength / 2)),
      system: values.systemInstruction,
    });
    display.clear();
    stderr.write(`${messages.chat.ready(resolved.name, messages.summary.engine(info.engine, info.compute))}\n`);
    const findAdapters = (specs: readonly string[]) =>
      resolveAdapters(adapters.parse(specs), transferOptions(context, display));
    await chatLoop({ engine, conversation, choice, findAdapters, context });
    await tellCost(engine, context);
    return signal.aborted ? EXIT.interrupted : EXIT.done;
  },
});
