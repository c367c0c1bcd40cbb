import { BugError } from '@understudy/core';
import type { TaskConfig } from '../format/task-config.js';
import { pythonStr } from '../python/python-repr.js';
import type { PythonValue } from '../python/python-value.js';
import { hasWhiteSpaceAt } from '../python/white-space.js';
import type { GenerationSettings } from './generation-settings.js';
import { requireText } from './prompt-builder.js';
import type { TaskRequest } from './task-request.js';

/** What requests are made of. */
export interface RequestParts {
  readonly prompts: readonly string[];
  readonly target: PythonValue;
  readonly choices: readonly string[] | undefined;
  /** The prompt of guidance. */
  readonly negativePrompt: string | undefined;
}

/** How a task makes requests of prompts. */
export interface RequestOptions {
  readonly config: TaskConfig;
  readonly isChat: boolean;
  /** The choices are contexts; the target is the continuation of each (winogrande). */
  readonly hasChoiceContexts: boolean;
  /** Asks for each choice after an empty context, too (`acc_mutual_info`). */
  readonly isMutual: boolean;
  /** How texts are generated, with the arguments that samples report; undefined for tasks that generate none. */
  readonly generation: (GenerationSettings & { readonly arguments: Readonly<Record<string, unknown>> }) | undefined;
}

/**
 * What stands between context and continuation. In chat it is dropped, because the template opens the answer, unless the
 * answer is begun by a prefix without white space at its end.
 */
function continuationDelimiter({ config, isChat }: RequestOptions): string {
  const prefix = config.gen_prefix ?? '';
  const isJoined = !isChat || (prefix !== '' && !hasWhiteSpaceAt(prefix, 'end'));
  return isJoined ? config.target_delimiter : '';
}

function multipleChoice(options: RequestOptions): (parts: RequestParts) => readonly TaskRequest[] {
  const delimiter = continuationDelimiter(options);
  return ({ prompts, target, choices = [] }) => {
    const continuations = options.hasChoiceContexts ? prompts.map(() => pythonStr(target)) : choices;
    const asked = continuations.map((text, index) => ({
      kind: 'loglikelihood' as const,
      context: prompts[options.hasChoiceContexts ? index : 0] ?? '',
      continuation: delimiter + text,
    }));
    if (!options.isMutual) return asked;
    return [
      ...asked,
      ...choices.map((text) => ({ kind: 'loglikelihood' as const, context: '', continuation: delimiter + text })),
    ];
  };
}

function generation({ generation: settings }: RequestOptions): (parts: RequestParts) => readonly TaskRequest[] {
  if (settings === undefined) {
    throw new BugError({
      code: 'no-generation-settings',
      message: 'A task that generates texts has no settings for it.',
    });
  }
  const { arguments: given, until, maxTokens, sampling, decoding } = settings;
  return ({ prompts: [context = ''], negativePrompt }) => [
    { kind: 'generate', context, negativePrompt, arguments: given, until, maxTokens, sampling, decoding },
  ];
}

/** How a task asks: a function from a document's parts to its requests (lm-evaluation-harness, `construct_requests`). */
export function requestMaker(options: RequestOptions): (parts: RequestParts) => readonly TaskRequest[] {
  const { task, output_type: outputType } = options.config;
  switch (outputType) {
    case 'multiple_choice':
      return multipleChoice(options);
    case 'loglikelihood':
      return ({ prompts: [context = ''], target }) => [
        { kind: 'loglikelihood', context, continuation: requireText(target, 'the target', task) },
      ];
    case 'loglikelihood_rolling':
      return ({ target }) => [{ kind: 'rolling', text: requireText(target, 'the target', task) }];
    case 'generate_until':
      return generation(options);
    default:
      return outputType satisfies never;
  }
}
