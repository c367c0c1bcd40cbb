import { regexProblem } from './regex-problem.js';
import type { RegexFlags } from './regex-syntax.js';
import { translatePattern } from './translate-pattern.js';

/** Some filters make a pattern of each document; the memory of a long run must not grow with them. */
const MOST_COMPILED = 256;
const compiled = new Map<string, RegExp>();

/**
 * A pattern of Python's `re` as a global JavaScript expression: `.` excludes only the line feed, `$` also matches before a
 * final line feed, `\w`, `\d`, `\s`, `\b` are Python's Unicode ones, inline flags hold. Compiled once per pattern.
 * Throws `DataError` if the pattern is malformed or cannot be run.
 */
export function pythonRegex(pattern: string, flags: Partial<RegexFlags> = {}): RegExp {
  const key = `${JSON.stringify(flags)}${pattern}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const regex = compile(pattern, flags);
  if (compiled.size === MOST_COMPILED) compiled.clear();
  compiled.set(key, regex);
  return regex;
}

function compile(pattern: string, flags: Partial<RegexFlags>): RegExp {
  const { source, ignoreCase } = translatePattern(pattern, flags);
  try {
    return new RegExp(source, ignoreCase ? 'giv' : 'gv');
  } catch (cause) {
    throw regexProblem(pattern, (cause as Error).message, cause);
  }
}
