import type { PythonValue } from '../python/python-value.js';
import { findAll } from '../python/regex/find-all.js';
import { pythonRegex } from '../python/regex/python-regex.js';
import { stripPython } from '../python/white-space.js';
import { eachText, type FilterStep } from './filter-step.js';

/** Arguments of the `regex` filter, with the reference harness's names and defaults. */
export interface RegexFilterArguments {
  /** In the syntax of Python's `re`. */
  readonly regex_pattern: string;
  /** Which match is the answer: 0 the first, -1 the last. */
  readonly group_select: number;
  /** The answer where nothing matches. */
  readonly fallback: PythonValue;
}

/**
 * The `regex` filter: the selected match of the pattern in each response, stripped of white space. With several groups the
 * first one that is not empty is taken. Where the reference harness stops with an index error (`group_select` beyond the
 * matches) the answer is the fallback.
 */
export function regexFilter({ regex_pattern, group_select, fallback }: RegexFilterArguments): FilterStep {
  pythonRegex(regex_pattern); // A malformed pattern is an error at once, not at the first response.
  return {
    fallback,
    ...eachText((text) => selectMatch(findAll(regex_pattern, text), group_select) ?? fallback),
  };
}

/** The selected match, stripped; undefined if there is none or all its groups are empty. */
export function selectMatch(matches: readonly (string | readonly string[])[], groupSelect: number): string | undefined {
  const match = matches.at(groupSelect);
  const text = typeof match === 'object' ? match.find((group) => group !== '') : match;
  return text === undefined ? undefined : stripPython(text);
}
