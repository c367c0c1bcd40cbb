import { DataError } from '@understudy/core';

/** The error about a pattern that is malformed or that Understudy cannot run. */
export function regexProblem(pattern: string, problem: string, cause?: unknown): DataError {
  return new DataError({
    code: 'regex-malformed',
    message: `Cannot use the regular expression ${JSON.stringify(pattern)}: ${problem}.`,
    hint: "Patterns are written in the syntax of Python's re module.",
    values: { pattern },
    cause,
  });
}

/** The same for what stands at a place in the pattern. */
export function unexpectedInRegex(pattern: string, position: number, expected: string): DataError {
  return regexProblem(pattern, `expected ${expected} at character ${position}`);
}
