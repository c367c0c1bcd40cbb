import { importedVersion, shortModelName, type GenerateAnswersOptions } from '@understudy/arena';
import type { Engine, ResolvedModel } from '@understudy/core';
import type { OpenModel } from '@understudy/engines';
import type { ModelVersion } from '@understudy/store';
import type { OptionValues } from '../../../options/option.js';
import { remoteUse } from '../../../options/tables/remote-use.js';
import type { ProgressDisplay } from '../../../terminal/progress-display.js';
import { chosenDecoding } from '../../chat/chosen-decoding.js';
import { findChatModel } from '../../chat/find-chat-model.js';
import { openAnswering } from '../../chat/open-answering.js';
import type { CommandContext } from '../../command-context.js';
import type { generateOptions } from './generate-options.js';

type Values = OptionValues<typeof generateOptions>;

/** A model that is ready to answer; the engines end with `model`. */
export type AnsweringModel = Pick<GenerateAnswersOptions, 'version' | 'engine' | 'write' | 'turns' | 'choice'> &
  AsyncDisposable & { readonly model: OpenModel };

/** Opens the model that answers, the way `chat` opens one. */
export async function openAnsweringModel(
  spec: string,
  {
    values,
    display,
    context,
  }: { readonly values: Values; readonly display: ProgressDisplay; readonly context: CommandContext },
): Promise<AnsweringModel> {
  const { messages } = context;
  const decoding = chosenDecoding(values, messages);
  const found = await findChatModel(spec, { values, remote: remoteUse(values, context), display, context });
  const model = found.open();
  try {
    const answering = await openAnswering(model, { found, decoding, maxTokens: values.maxGenToks, messages });
    const { engine, form, choice } = answering;
    const version = versionOf({ spec, resolved: found.resolved, engine, values, choice });
    const end = (): PromiseLike<void> => model[Symbol.asyncDispose]();
    return { model, version, engine, write: form.write, turns: form.turns, choice, [Symbol.asyncDispose]: end };
  } catch (error) {
    await model[Symbol.asyncDispose]();
    throw error;
  }
}

/** What the answers are stored under: the model with all that can change them. */
function versionOf({
  spec,
  resolved,
  engine: { info },
  values,
  choice,
}: {
  readonly spec: string;
  readonly resolved: ResolvedModel;
  readonly engine: Engine;
  readonly values: Values;
  readonly choice: GenerateAnswersOptions['choice'];
}): ModelVersion {
  const price = info.server?.price?.currency === 'USD' ? info.server.price : undefined;
  const { maxTokens, sampling, decoding } = choice;
  const { adapters } = info;
  const name = values.name ?? (shortModelName(spec) || resolved.name);
  return {
    ...importedVersion(name, values.organisation ?? null),
    spec,
    identity: info.identity,
    system: values.systemInstruction ?? null,
    decoding: JSON.stringify({ maxTokens, ...sampling, ...decoding, template: values.chatTemplate, adapters }),
    priceIn: price?.input ?? null,
    priceOut: price?.output ?? null,
  };
}
