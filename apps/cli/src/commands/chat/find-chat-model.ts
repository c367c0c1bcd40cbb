import { resolveSpec } from '@understudy/catalog';
import type { ChatTemplate, ResolvedModel } from '@understudy/core';
import { openModel, planModel, type OpenModel, type RemoteUse } from '@understudy/engines';
import { understudyHome } from '@understudy/hub';
import type { OptionValues } from '../../options/option.js';
import type { ProgressDisplay } from '../../terminal/progress-display.js';
import { progressLine } from '../../terminal/progress-line.js';
import type { CommandContext } from '../command-context.js';
import { givenChatTemplate } from '../given-chat-template.js';
import { transferOptions } from '../transfer-options.js';
import { chatEngineSettings } from './chat-engine-settings.js';
import type { chatModelOptions } from './chat-options.js';

/** How a model that answers is found and run. */
export interface ChatModelUse {
  readonly values: OptionValues<typeof chatModelOptions>;
  readonly remote: RemoteUse;
  readonly display: ProgressDisplay;
  readonly context: CommandContext;
}

/** A model that can be opened to answer. */
export interface ChatModel {
  readonly resolved: ResolvedModel;
  /** The chat template that was asked for. */
  readonly given: ChatTemplate | undefined;
  /** Its engine starts when it is first asked for, and ends with what is returned. */
  readonly open: () => OpenModel;
}

/**
 * Finds a model that is to answer, fetching what is missing. What cannot be is told before: a template of no known name, files that no
 * engine runs with these options.
 */
export async function findChatModel(
  spec: string,
  { values, remote, display, context }: ChatModelUse,
): Promise<ChatModel> {
  const { messages, environment, signal, verbose } = context;
  const { chatTemplate: value } = values;
  const given =
    value === undefined ? undefined : await givenChatTemplate({ option: '--chat_template', value }, messages);
  const resolved = await resolveSpec(spec, {
    ...transferOptions(context, display),
    adapters: values.adapter,
    draft: values.draftModel,
    slidingWindow: values.slidingWindow,
    inspect: (paths) => {
      planModel({ paths, settings: chatEngineSettings(paths, values), hasAdapters: values.adapter.length > 0 });
    },
  });
  const open = (): OpenModel =>
    openModel({
      model: resolved,
      settings: chatEngineSettings('paths' in resolved ? resolved.paths : undefined, values),
      remote,
      home: understudyHome(environment),
      onProgress: (progress) => display.update(progressLine(progress)),
      onLog: verbose ? (line) => display.note(line) : undefined,
      signal,
    });
  return { resolved, given, open };
}
