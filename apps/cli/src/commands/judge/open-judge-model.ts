import { openJudge, type JudgePrompt, type OpenJudge } from '@understudy/arena';
import { usedSettings, type Sampling } from '@understudy/core';
import type { OpenModel } from '@understudy/engines';
import { checkDecoding } from '@understudy/evaluate';
import type { OptionValues } from '../../options/option.js';
import { remoteUse } from '../../options/tables/remote-use.js';
import type { ProgressDisplay } from '../../terminal/progress-display.js';
import { conversationForm } from '../chat/conversation-form.js';
import { findChatModel } from '../chat/find-chat-model.js';
import type { CommandContext } from '../command-context.js';
import type { judgeRunOptions } from './judge-options.js';

/** A judge and the model behind it, which ends with it. */
export interface OpenedJudge extends AsyncDisposable {
  readonly judge: OpenJudge;
}

/** Opens the model that judges, the way `chat` opens one: the chat template is applied here, or by the server that has it. */
export async function openJudgeModel(
  values: OptionValues<typeof judgeRunOptions>,
  {
    prompt,
    display,
    context,
  }: { readonly prompt: JudgePrompt; readonly display: ProgressDisplay; readonly context: CommandContext },
): Promise<OpenedJudge> {
  const found = await findChatModel(values.judge, { values, remote: remoteUse(values, context), display, context });
  const model = found.open();
  try {
    const engine = await engineOf(model, values);
    checkDecoding(engine.info, usedSettings({ sampling: samplingOf(values) }));
    const form = conversationForm({ model: found.resolved, engine, given: found.given }, context.messages);
    const judge = openJudge({
      spec: values.judge,
      engine,
      write: form.write,
      stop: form.stop,
      prompt,
      form: values.verdict,
      useReference: !values.noReference,
      temperature: values.temperature,
      seed: values.seed,
      now: Date.now(),
    });
    return { judge, [Symbol.asyncDispose]: () => model[Symbol.asyncDispose]() };
  } catch (error) {
    await model[Symbol.asyncDispose]();
    throw error;
  }
}

function engineOf(model: OpenModel, { temperature, verdict }: OptionValues<typeof judgeRunOptions>) {
  if (verdict === 'token') return model.scoring();
  return temperature > 0 ? model.sampling() : model.greedy();
}

function samplingOf({ temperature, seed }: OptionValues<typeof judgeRunOptions>): Sampling {
  return { temperature, topK: 0, topP: 1, minP: 0, seed };
}
