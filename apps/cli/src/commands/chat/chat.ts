import { resolveAdapters } from '@understudy/catalog';
import type { Engine } from '@understudy/core';
import { EXIT } from '../../errors/exit-codes.js';
import { adapters } from '../../options/values/adapter-specs.js';
import { remoteUse } from '../../options/tables/remote-use.js';
import { showProgress } from '../../terminal/show-progress.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../command.js';
import { serviceLines } from '../service-text.js';
import { transferOptions } from '../transfer-options.js';
import { chatLoop } from './chat-loop.js';
import { chatOptions } from './chat-options.js';
import { chosenDecoding } from './chosen-decoding.js';
import { Conversation } from './conversation.js';
import { findChatModel } from './find-chat-model.js';
import { openAnswering } from './open-answering.js';

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
    const { messages, stderr, signal } = context;
    const [spec = ''] = words;
    using display = showProgress(stderr);
    const decoding = chosenDecoding(values, messages);
    const found = await findChatModel(spec, { values, remote: remoteUse(values, context), display, context });
    await using model = found.open();
    const answering = await openAnswering(model, { found, decoding, maxTokens: values.maxGenToks, messages });
    const { engine, form, choice, promptLimit } = answering;
    const { info } = engine;
    const conversation = new Conversation({
      write: form.write,
      turns: form.turns,
      promptLimit,
      system: values.systemInstruction,
    });
    display.clear();
    stderr.write(`${messages.chat.ready(found.resolved.name, messages.summary.engine(info.engine, info.compute))}\n`);
    const findAdapters = (specs: readonly string[]) =>
      resolveAdapters(adapters.parse(specs), transferOptions(context, display));
    await chatLoop({ engine, conversation, choice, findAdapters, context });
    await tellCost(engine, context);
    return signal.aborted ? EXIT.interrupted : EXIT.done;
  },
});
