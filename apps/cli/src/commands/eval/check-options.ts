import { UsageError } from '../../errors/usage-error.js';
import type { Messages } from '../../messages/messages.js';
import type { EvalValues } from '../../options/tables/eval-options.js';

/** Raises `UsageError` for options that do not go together; the rules are the reference harness's. */
export function checkOptions(values: EvalValues, { errors }: Messages): void {
  const broken = [
    { rule: values.limit !== undefined && values.samples !== undefined, message: errors.limitAndSamples },
    {
      rule: values.fewshotAsMultiturn === true && values.applyChatTemplate === false,
      message: errors.multiturnWithoutTemplate,
    },
    { rule: values.logSamples && values.outputPath === undefined, message: errors.logSamplesWithoutPath },
  ].find(({ rule }) => rule);
  if (broken !== undefined) throw new UsageError({ message: broken.message, hint: errors.seeHelp });
}
