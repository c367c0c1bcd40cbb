import { readFileSync } from 'node:fs';
import { resolveModel } from '@understudy/catalog';
import { UserError, type Engine, type ModelFiles } from '@understudy/core';
import { openModel, planModel } from '@understudy/engines';
import { understudyHome } from '@understudy/hub';
import { createChatRenderer } from '@understudy/tasks';
import { EXIT } from '../../errors/exit-codes.js';
import { engineSettings } from '../../options/engine-settings.js';
import type { OptionValues } from '../../options/option.js';
import { showProgress } from '../../terminal/show-progress.js';
import { progressLine } from '../../terminal/progress-line.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../command.js';
import { transferOptions } from '../transfer-options.js';
import { chatLoop } from './chat-loop.js';
import { chatOptions } from './chat-options.js';
import { Conversation } from './conversation.js';

type ChatValues = OptionValues<typeof chatOptions>;

function openConversation(
  files: ModelFiles,
  engine: Engine,
  values: ChatValues,
  { messages }: CommandContext,
): Conversation {
  const { tokenizer, info } = engine;
  const own = files.chatTemplate ?? tokenizer?.info.chatTemplate;
  const template = values.chatTemplate === undefined ? own : readFileSync(values.chatTemplate, 'utf8');
  if (tokenizer === undefined || template === undefined) {
    throw new UserError({
      code: 'no-chat-template',
      message: messages.chat.noTemplate(files.name),
      hint: messages.chat.noTemplateHint,
    });
  }
  const { bos, eos } = tokenizer.info;
  return new Conversation({
    renderer: createChatRenderer({ template, specialTokens: { bos_token: bos?.text, eos_token: eos?.text } }),
    tokenizer,
    promptLimit: info.contextLength - Math.min(values.maxGenToks, Math.floor(info.contextLength / 2)),
    system: values.systemInstruction,
  });
}

/** `understudy chat MODEL` */
export const chat = defineCommand({
  options: chatOptions,
  async run({ values, words }, context) {
    const { environment, messages, stderr, signal, verbose } = context;
    const [spec = ''] = words;
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
    const conversation = openConversation(files, engine, values, context);
    display.clear();
    const { info } = engine;
    stderr.write(`${messages.chat.ready(files.name, messages.summary.engine(info.engine, info.compute))}\n`);
    const { temperature, topK, topP, minP, seed } = values;
    const sampling = { temperature, topK, topP, minP, seed };
    await chatLoop({ engine, conversation, maxTokens: values.maxGenToks, sampling, context });
    return signal.aborted ? EXIT.interrupted : EXIT.done;
  },
});
