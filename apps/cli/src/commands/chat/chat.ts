import { resolveAdapters, resolveSpec } from '@understudy/catalog';
import { usedSettings, type Engine } from '@understudy/core';
import { openModel, planModel } from '@understudy/engines';
import { checkDecoding } from '@understudy/evaluate';
import { understudyHome } from '@understudy/hub';
import { EXIT } from '../../errors/exit-codes.js';
import { adapters } from '../../options/values/adapter-specs.js';
import { remoteUse } from '../../options/tables/remote-use.js';
import { showProgress } from '../../terminal/show-progress.js';
import { progressLine } from '../../terminal/progress-line.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../command.js';
import { givenChatTemplate } from '../given-chat-template.js';
import { serviceLines } from '../service-text.js';
import { transferOptions } from '../transfer-options.js';
import { chatEngineSettings } from './chat-engine-settings.js';
import { chatLoop } from './chat-loop.js';
import { chatOptions } from './chat-options.js';
import { chosenDecoding } from './chosen-decoding.js';
import { conversationForm } from './conversation-form.js';
import { Conversation } from './conversation.js';
import { fitSampling } from './fit-sampling.js';

/** What the answers of a server cost, for the end of the conversation. */
async function tellCost(engine: Engine, { messages, stderr }: CommandContext): Promise<void> {
  const { service, requestedTokens, generatedTokens } = await engine.counters();
  if (service === undefined || service.answered === 0) return;
  const used = engine.info.server?.price ?? null;
  const tokens = { promptTokens: requestedTokens, generatedTokens };
  for (const line of serviceLines(service, tokens, { used, texts: messages.summary })) stderr.write(`${line}\n`);
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
        planModel({ paths, settings: chatEngineSettings(paths, values), hasAdapters: values.adapter.length > 0 });
      },
    });
    await using model = openModel({
      model: resolved,
      settings: chatEngineSettings('paths' in resolved ? resolved.paths : undefined, values),
      remote: remoteUse(values, context),
      home: understudyHome(environment),
      onProgress: (progress) => display.update(progressLine(progress)),
      onLog: verbose ? (line) => display.note(line) : undefined,
      signal,
    });
    const engine = await (decoding.sampling.temperature > 0 ? model.sampling() : model.greedy());
    const { info } = engine;
    const form = conversationForm({ model: resolved, engine, given }, messages);
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
