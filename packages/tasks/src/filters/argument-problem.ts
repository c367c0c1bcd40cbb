import type { ZodError } from 'zod';

/** Makes the error about a key of a task file: where it is, and what was expected there. */
export type Problem = (path: readonly (string | number)[], expected: string) => Error;

/** The error for arguments of a filter or metric that their schema refuses; an unknown argument is named itself. */
export function argumentProblem(error: ZodError, problem: Problem): Error {
  const [issue] = error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknown].filter((part) => typeof part !== 'symbol');
  return problem(path, unknown.length > 0 ? 'this argument is not known' : (issue?.message ?? error.message));
}
