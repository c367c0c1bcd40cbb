import { documentOptions } from './document-options.js';
import { engineOptions } from './engine-options.js';
import { modelAndTaskOptions } from './model-and-task-options.js';
import type { OptionValues } from '../option.js';
import { remoteOptions } from './remote-options.js';
import { promptOptions } from './prompt-options.js';
import { resultOptions } from './result-options.js';

/** Options of `understudy eval`, spelled as users of lm-evaluation-harness know them where it has them. */
export const evalOptions = {
  ...modelAndTaskOptions,
  ...promptOptions,
  ...documentOptions,
  ...resultOptions,
  ...engineOptions,
  ...remoteOptions,
} as const;

/** What `understudy eval` was asked to do. */
export type EvalValues = OptionValues<typeof evalOptions>;
