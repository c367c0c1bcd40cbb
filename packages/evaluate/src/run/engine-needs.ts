import type { DecodingSetting } from '@understudy/core';
import { checkOverrides, decodingSettings, type TaskDefinition } from '@understudy/tasks';
import type { EvaluateOptions } from './evaluate-options.js';

/** What the tasks of a run need of engines. */
export interface EngineNeeds {
  readonly scores: boolean;
  readonly texts: boolean;
  /** Settings of decoding that the texts make use of; none: they are greedy. */
  readonly decoding: readonly DecodingSetting[];
}

/**
 * What tasks need, the arguments of the command line laid over their own.
 * @throws DataError, UserError for arguments of generation that are unknown or wrong
 */
export function engineNeeds(tasks: readonly TaskDefinition[], genKwargs: EvaluateOptions['genKwargs']): EngineNeeds {
  if (genKwargs !== undefined) checkOverrides(genKwargs);
  const generating = tasks.filter(({ config }) => config.output_type === 'generate_until');
  const decoding = new Set(generating.flatMap((task) => decodingSettings(task, genKwargs)));
  return { scores: generating.length < tasks.length, texts: generating.length > 0, decoding: [...decoding] };
}
