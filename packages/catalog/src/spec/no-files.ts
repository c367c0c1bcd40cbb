import { UserError } from '@understudy/core';

/** The error for a model of which there are no files: somebody else serves it, or a script plays it. */
export function noFilesError(spec: string): UserError {
  return new UserError({
    code: 'model-without-files',
    message: `There are no files of the model ${spec}: somebody else serves it, or a script plays it.`,
    hint: 'It can be used with `understudy eval` and `understudy chat`; there is nothing to fetch, show, convert or remove.',
    values: { spec },
  });
}
