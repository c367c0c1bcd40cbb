import { resolveModel } from '@understudy/catalog';
import { UserError, type ChatTemplate, type Engine, type ModelFiles } from '@understudy/core';
import { openModel, planModel } from '@understudy/engines';
import { understudyHome } from '@understudy/hub';
import { chooseChatTemplate, createChatRenderer } from '@understudy/tasks';
import { EXIT } from '../../errors/exit-codes.js';
import { engineSettings } from '../../options/engine-settings.js';
import type { OptionValues } from '../../options/option.js';
import { showProgress } from '../../terminal/show-progress.js';
import { progressLine } from '../../terminal/progress-line.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../command.js';
import { givenChatTemplate } from '../given-chat-template.js';
import { transferOptions } from '../transfer-options.js';
import { chatLoop } from './chat-loop.js';
import { chatOptions } from './chat-options.js';
import { Conversation } from './conversation.js';

type ChatValues = OptionValues<typeof chatOptions>;

/** What a conversation is opened with. */
interface OpenConversationOptions {
  readonly files: ModelFiles;
  readonly engine: Engine;
  /** The template asked for. */
  readonly given: ChatTemplate | undefined;
  readonly values: ChatValues;
}

/** The conversation with a model, and the stop strings of its template. */
function openConversation(options: OpenConversationOptions, { messages }: CommandContext) {
  const { files, engine, given, values } = options;
  const { tokenizer, info } = engine;
  const template = chooseChatTemplate({ given, own: tokenizer?.info.chatTemplate, card: files.chatTemplate });
  if (tokenizer === undefined || template === undefined) {
    throw new UserError({
      code: 'no-chat-template',
      message: messages.chat.noTemplate(files.name),
      hint: messages.chat.noTemplateHint,
    });
  }
  const { bos, eos } = tokenizer.info;
  const conversation = new Conversation({
    renderer: createChatRenderer({ template, specialTokens: { bos_token: bos?.text, eos_token: eos?.text } }),
    turns: template.turns,
    tokenizer,
    promptLimit: info.contextLength - Math.min(values.maxGenToks, Math.floor(info.contextLength / 2)),
    system: values.systemInstruction,
  });
  return { conversation, stop: template.stop };
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
    const settings = engineSettings({ ...values, engine: 'llama', deterministic: false });
    const files = await resolveModel(spec, {
      ...transferOptions(context, display),
      inspect: (paths) => void planModel({ paths, settings }),
    });
    await using model = openModel({
      model: files,
      settings,
      home: understudyHome(environment),
      onProgress: (progress) => display.update(progressLine(progress)),
      onLog: verbose ? (line) => display.note(line) : undefined,
      signal,
    });
    const engine = await model.sampling();
    const { conversation, stop } = openConversation({ files, engine, given, values }, context);
    display.clear();
    const { info } = engine;
    stderr.write(`${messages.chat.ready(files.name, messages.summary.engine(info.engine, info.compute))}\n`);
    const { temperature, topK, topP, minP, seed } = values;
    const sampling = { temperature, topK, topP, minP, seed };
    await chatLoop({ engine, conversation, maxTokens: values.maxGenToks, stop, sampling, context });
    return signal.aborted ? EXIT.interrupted : EXIT.done;
  },
});
