import type { DecodingSetting } from '@understudy/core';
import { checkOverrides, decodingSettings, ignoredArguments, type TaskDefinition } from '@understudy/tasks';
import type { EvaluateOptions } from './evaluate-options.js';

/** What the tasks of a run need of engines. */
export interface EngineNeeds {
  readonly scores: boolean;
  readonly texts: boolean;
  /** Settings of decoding that the texts make use of; none: they are greedy. */
  readonly decoding: readonly DecodingSetting[];
  /** Arguments of the command line that change nothing, with the tasks where it is so; sentences for people. */
  readonly notes: readonly string[];
}

/**
 * What tasks need, the arguments of the command line laid over their own.
 * @throws DataError, UserError for arguments of generation that are unknown or wrong
 */
export function engineNeeds(tasks: readonly TaskDefinition[], genKwargs: EvaluateOptions['genKwargs']): EngineNeeds {
  if (genKwargs !== undefined) checkOverrides(genKwargs);
  const generating = tasks.filter(({ config }) => config.output_type === 'generate_until');
  const decoding = new Set(generating.flatMap((task) => decodingSettings(task, genKwargs)));
  const notes = ignoredNotes(generating, genKwargs);
  return { scores: generating.length < tasks.length, texts: generating.length > 0, decoding: [...decoding], notes };
}

function ignoredNotes(tasks: readonly TaskDefinition[], genKwargs: EvaluateOptions['genKwargs']): readonly string[] {
  const byArguments = new Map<string, string[]>();
  for (const task of tasks) {
    const ignored = ignoredArguments(task, genKwargs).join(', ');
    if (ignored !== '') byArguments.set(ignored, [...(byArguments.get(ignored) ?? []), task.name]);
  }
  return [...byArguments].map(
    ([ignored, [first, ...others]]) =>
      `${first}${others.length > 0 ? ` and ${others.length} more` : ''}: ${ignored} changes nothing, because the task says do_sample: false; add do_sample=true.`,
  );
}
