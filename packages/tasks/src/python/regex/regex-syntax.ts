import { PYTHON_WHITE_SPACE } from '../white-space.js';

/** Flags of Python's `re` that change what a pattern means. */
export interface RegexFlags {
  /** `a`: `\w`, `\d`, `\s` and `\b` know ASCII only. */
  readonly a: boolean;
  /** `i`: case does not matter. */
  readonly i: boolean;
  /** `m`: `^` and `$` match at every line. */
  readonly m: boolean;
  /** `s`: `.` matches a line feed too. */
  readonly s: boolean;
  /** `x`: white space and comments in the pattern are for the reader. */
  readonly x: boolean;
}

export const NO_FLAGS: RegexFlags = { a: false, i: false, m: false, s: false, x: false };

/** Not `[^]`, which V8 of Node 20 matches wrongly under the `v` flag when a repeat stands before a literal. */
export const ANY_CHARACTER = '[\\s\\S]';

/** The inside of the character classes `\d`, `\w` and `\s`; for Unicode, `\w` is what `str.isalnum` accepts, and `_`. */
export function classContent(letter: 'd' | 'w' | 's', flags: RegexFlags): string {
  const ascii = { d: '0-9', w: 'A-Za-z0-9_', s: '\\t-\\r ' };
  const unicode = { d: '\\p{Nd}', w: '\\p{L}\\p{N}_', s: PYTHON_WHITE_SPACE };
  return (flags.a ? ascii : unicode)[letter];
}

/**
 * Python's assertions about a place, in groups because JavaScript does not repeat assertions. Built on JavaScript's `^` and
 * `$` without the `m` flag, which mean the ends of the text.
 */
export const ASSERTIONS = {
  start: '(?:^)',
  lineStart: '(?:(?<=^|\\n))',
  end: '(?:$)',
  /** Python's `$` also matches before a line feed that ends the text. */
  endOrFinalNewline: '(?:(?=\\n?$))',
  lineEnd: '(?:(?=\\n|$))',
} as const;

/** `\b` and `\B`; the latter does not match in an empty text. */
export function wordBoundary(isBoundary: boolean, flags: RegexFlags): string {
  const word = `[${classContent('w', flags)}]`;
  return isBoundary
    ? `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`
    : `(?:(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))(?!^$))`;
}

/** A character as a literal, outside and inside a class (`v` flag). */
export function literal(character: string): string {
  return /[$()*+./?[\\\]^{|}\-&!#%,:;<=>@`~]/u.test(character) ? hexEscape(character) : character;
}

function hexEscape(character: string): string {
  return `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`;
}
