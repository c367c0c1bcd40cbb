import { DataError } from '@understudy/core';
import {
  ANY_CHARACTER,
  ASSERTIONS,
  classContent,
  literal,
  NO_FLAGS,
  wordBoundary,
  type RegexFlags,
} from './regex-syntax.js';

/** A Python pattern in JavaScript's words. */
export interface TranslatedPattern {
  /** To be compiled with the flags `v` and, if case does not matter, `i`. */
  readonly source: string;
  readonly ignoreCase: boolean;
}

const CONTROL_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['a', '\\x07'],
  ['f', '\\f'],
  ['n', '\\n'],
  ['r', '\\r'],
  ['t', '\\t'],
  ['v', '\\v'],
]);
const HEX_ESCAPE = /x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})/y;
const OCTAL_ESCAPE = /0[0-7]{0,2}|[0-3][0-7]{2}/y;
const BACKREFERENCE = /[1-9]\d?/y;
const REPEAT = /[*+?]|\{(?:\d+(?:,\d*)?|,\d*)\}/y;
const FLAG_GROUP = /\?([aimsux]*)(?:-([imsx]+))?([:)])/y;
const NAMED_GROUP = /\?P<([\p{L}_][\p{L}\p{N}_]*)>/uy;
const NAMED_REFERENCE = /\?P=([\p{L}_][\p{L}\p{N}_]*)\)/uy;
const SAME_GROUP = /\?(?::|=|!|<=|<!)/y;
const COMMENT_GROUP = /\?#[^)]*\)/y;
const VERBOSE_BLANK = /(?:[ \t-\r]|#[^\n]*)+/y;

/**
 * Translates a pattern of Python's `re` (3.11, text patterns) into JavaScript. Left out, and refused with an error: atomic
 * groups and possessive repeats, conditional groups, `\N{…}`, and `(?i:…)` inside a pattern that otherwise minds case.
 * Two corners differ: JavaScript forgets a group's text at the next round of a repeat around it, and lets a reference to a
 * group that took no part match the empty text.
 */
export function translatePattern(pattern: string, flags: Partial<RegexFlags> = {}): TranslatedPattern {
  return new PatternTranslator(pattern, { ...NO_FLAGS, ...flags }).translate();
}

class PatternTranslator {
  readonly #pattern: string;
  #position = 0;
  #flags: RegexFlags;

  constructor(pattern: string, flags: RegexFlags) {
    this.#pattern = pattern;
    this.#flags = flags;
  }

  translate(): TranslatedPattern {
    this.#readGlobalFlags();
    const source = this.#readAlternatives(false);
    return { source, ignoreCase: this.#flags.i };
  }

  #readGlobalFlags(): void {
    const start = this.#position;
    if (!this.#takeText('(')) return;
    const match = this.#take(FLAG_GROUP);
    if (match?.[3] === ')') this.#flags = this.#withFlags(match[1] ?? '', '');
    else this.#position = start;
  }

  /** Everything up to the end of the pattern or of the group. */
  #readAlternatives(isInGroup: boolean): string {
    let source = '';
    while (this.#position < this.#pattern.length) {
      if (isInGroup && this.#takeText(')')) return source;
      if (this.#flags.x && this.#take(VERBOSE_BLANK) !== undefined) continue;
      source += this.#readAtom();
      source += this.#readRepeat();
    }
    if (isInGroup) this.#fail('the closing ")"');
    return source;
  }

  #readAtom(): string {
    const character = this.#next();
    switch (character) {
      case '|':
        return '|';
      case '.':
        return this.#flags.s ? ANY_CHARACTER : '[^\\n]';
      case '^':
        return this.#flags.m ? ASSERTIONS.lineStart : ASSERTIONS.start;
      case '$':
        return this.#flags.m ? ASSERTIONS.lineEnd : ASSERTIONS.endOrFinalNewline;
      case '(':
        return this.#readGroup();
      case '[':
        return this.#readClass();
      case '\\':
        return this.#readEscape();
      case ')':
        return this.#fail('a "(" before this ")"');
      case '*':
      case '+':
      case '?':
        return this.#fail('something to repeat');
      default:
        return literal(character);
    }
  }

  #readRepeat(): string {
    if (this.#flags.x) this.#take(VERBOSE_BLANK);
    const repeat = this.#take(REPEAT)?.[0];
    if (repeat === undefined) return '';
    const isLazy = this.#takeText('?');
    if (this.#peekText('+')) this.#fail('no possessive repeat: Understudy cannot run them');
    if (this.#peekText('*')) this.#fail('only one repeat');
    return repeat.replace('{,', '{0,') + (isLazy ? '?' : '');
  }

  #readGroup(): string {
    const comment = this.#take(COMMENT_GROUP);
    if (comment !== undefined) return '';
    const reference = this.#take(NAMED_REFERENCE);
    if (reference !== undefined) return `\\k<${reference[1]}>`;
    const named = this.#take(NAMED_GROUP);
    if (named !== undefined) return `(?<${named[1]}>${this.#readAlternatives(true)})`;
    const same = this.#take(SAME_GROUP);
    if (same !== undefined) return this.#wrapAssertion(`(${same[0]}${this.#readAlternatives(true)})`);
    const flagged = this.#take(FLAG_GROUP);
    if (flagged !== undefined) return this.#readFlagGroup(flagged);
    if (this.#peekText('?')) this.#fail('a group that Understudy can run');
    return `(${this.#readAlternatives(true)})`;
  }

  /** JavaScript does not repeat assertions, Python does. */
  #wrapAssertion(group: string): string {
    return group.startsWith('(?:') ? group : `(?:${group})`;
  }

  #readFlagGroup(match: RegExpExecArray): string {
    if (match[3] === ')') this.#fail('flags for the whole pattern at its start only');
    const outer = this.#flags;
    this.#flags = this.#withFlags(match[1] ?? '', match[2] ?? '');
    if (this.#flags.i !== outer.i)
      this.#fail('no change of case sensitivity within a pattern: Understudy cannot run it');
    const source = `(?:${this.#readAlternatives(true)})`;
    this.#flags = outer;
    return source;
  }

  #withFlags(on: string, off: string): RegexFlags {
    const known = Object.keys(NO_FLAGS) as (keyof RegexFlags)[];
    const changed = known.map((flag) => [flag, (this.#flags[flag] || on.includes(flag)) && !off.includes(flag)]);
    return { ...this.#flags, ...Object.fromEntries(changed) };
  }

  #readEscape(): string {
    const numeric = this.#readNumericEscape();
    if (numeric !== undefined) return numeric;
    const reference = this.#take(BACKREFERENCE);
    if (reference !== undefined) return `(?:\\${reference[0]})`;
    const character = this.#next();
    switch (character) {
      case 'A':
        return ASSERTIONS.start;
      case 'Z':
        return ASSERTIONS.end;
      case 'b':
      case 'B':
        return wordBoundary(character === 'b', this.#flags);
      default:
        return this.#classEscape(character) ?? this.#plainEscape(character);
    }
  }

  /** `\d` and its like as a class of their own, which also may stand inside another class (`v` flag). */
  #classEscape(character: string): string | undefined {
    const letter = character.toLowerCase();
    if (letter !== 'd' && letter !== 'w' && letter !== 's') return undefined;
    return `[${letter === character ? '' : '^'}${classContent(letter, this.#flags)}]`;
  }

  #plainEscape(character: string): string {
    const control = CONTROL_ESCAPES.get(character);
    if (control !== undefined) return control;
    if (/[A-Za-z]/u.test(character))
      this.#fail(`no escape \\${character}: Python does not know it, or Understudy cannot run it`);
    return literal(character);
  }

  #readNumericEscape(): string | undefined {
    const hex = this.#take(HEX_ESCAPE);
    const octal = hex === undefined ? this.#take(OCTAL_ESCAPE)?.[0] : undefined;
    const code =
      hex === undefined ? octal && Number.parseInt(octal, 8) : Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16);
    return code === undefined || code === '' ? undefined : `\\u{${code.toString(16)}}`;
  }

  #readClass(): string {
    let source = this.#takeText('^') ? '[^' : '[';
    let isFirst = true;
    while (isFirst || !this.#peekText(']')) {
      const from = this.#readClassItem();
      const isRange = this.#peekText('-') && this.#pattern.charAt(this.#position + 1) !== ']';
      if (isRange) this.#position++;
      source += isRange ? `${from}-${this.#readClassItem()}` : from;
      isFirst = false;
    }
    this.#position++;
    return `${source}]`;
  }

  #readClassItem(): string {
    const character = this.#next();
    if (character === '') this.#fail('the closing "]"');
    if (character !== '\\') return literal(character);
    const numeric = this.#readNumericEscape();
    if (numeric !== undefined) return numeric;
    const escaped = this.#next();
    return escaped === 'b' ? '\\x08' : (this.#classEscape(escaped) ?? this.#plainEscape(escaped));
  }

  /** The next code point; the empty string at the end. */
  #next(): string {
    const code = this.#pattern.codePointAt(this.#position);
    const character = code === undefined ? '' : String.fromCodePoint(code);
    this.#position += character.length;
    return character;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#pattern) ?? undefined;
    if (match !== undefined) this.#position = pattern.lastIndex;
    return match;
  }

  #peekText(text: string): boolean {
    return this.#pattern.startsWith(text, this.#position);
  }

  #takeText(text: string): boolean {
    const found = this.#peekText(text);
    if (found) this.#position += text.length;
    return found;
  }

  #fail(expected: string): never {
    throw new DataError({
      code: 'regex-malformed',
      message:
        `Cannot use the regular expression ${JSON.stringify(this.#pattern)}: ` +
        `expected ${expected} at character ${this.#position}.`,
      hint: "Patterns are written in the syntax of Python's re module.",
      values: { pattern: this.#pattern, position: this.#position },
    });
  }
}
