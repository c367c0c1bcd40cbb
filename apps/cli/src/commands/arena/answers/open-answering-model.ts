import { importedVersion, shortModelName, type GenerateAnswersOptions } from '@understudy/arena';
import { resolveSpec } from '@understudy/catalog';
import { usedSettings, type Engine, type ResolvedModel } from '@understudy/core';
import { openModel, planModel, type OpenModel } from '@understudy/engines';
import { checkDecoding } from '@understudy/evaluate';
import { understudyHome } from '@understudy/hub';
import type { ModelVersion } from '@understudy/store';
import type { OptionValues } from '../../../options/option.js';
import { remoteUse } from '../../../options/tables/remote-use.js';
import type { ProgressDisplay } from '../../../terminal/progress-display.js';
import { progressLine } from '../../../terminal/progress-line.js';
import { chatEngineSettings } from '../../chat/chat-engine-settings.js';
import { chosenDecoding } from '../../chat/chosen-decoding.js';
import { conversationForm } from '../../chat/conversation-form.js';
import { fitSampling } from '../../chat/fit-sampling.js';
import type { CommandContext } from '../../command-context.js';
import { givenChatTemplate } from '../../given-chat-template.js';
import { transferOptions } from '../../transfer-options.js';
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
  const { messages, environment, signal, verbose } = context;
  const { chatTemplate: value } = values;
  const given =
    value === undefined ? undefined : await givenChatTemplate({ option: '--chat_template', value }, messages);
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
  const model = openModel({
    model: resolved,
    settings: chatEngineSettings('paths' in resolved ? resolved.paths : undefined, values),
    remote: remoteUse(values, context),
    home: understudyHome(environment),
    onProgress: (progress) => display.update(progressLine(progress)),
    onLog: verbose ? (line) => display.note(line) : undefined,
    signal,
  });
  try {
    const engine = await (decoding.sampling.temperature > 0 ? model.sampling() : model.greedy());
    const form = conversationForm({ model: resolved, engine, given }, messages);
    const sampling = fitSampling(decoding.sampling, engine.info.capabilities);
    const choice = { maxTokens: values.maxGenToks, stop: form.stop, ...decoding, sampling };
    checkDecoding(engine.info, usedSettings(choice));
    const version = versionOf({ spec, resolved, engine, values, choice });
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
  const name = values.name ?? (shortModelName(spec) || resolved.name);
  return {
    ...importedVersion(name, values.organisation ?? null),
    spec,
    identity: info.identity,
    system: values.systemInstruction ?? null,
    decoding: JSON.stringify({ maxTokens, ...sampling, ...decoding, template: values.chatTemplate }),
    priceIn: price?.input ?? null,
    priceOut: price?.output ?? null,
  };
}
