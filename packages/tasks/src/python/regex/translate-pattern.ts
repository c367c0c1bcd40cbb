import { TextCursor } from '../text-cursor.js';
import { unexpectedInRegex } from './regex-problem.js';
import { ANY_CHARACTER, ASSERTIONS, literal, NO_FLAGS, type RegexFlags } from './regex-syntax.js';
import { translateClass } from './translate-class.js';
import { translateEscape } from './translate-escape.js';

/** A Python pattern in JavaScript's words. */
export interface TranslatedPattern {
  /** To be compiled with the flags `v` and, if case does not matter, `i`. */
  readonly source: string;
  readonly ignoreCase: boolean;
}

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
 * Three corners differ: JavaScript forgets a group's text at the next round of a repeat around it; a reference to a group
 * that took no part matches the empty text; after an empty match it does not look for a longer one at the same place.
 */
export function translatePattern(pattern: string, flags: Partial<RegexFlags> = {}): TranslatedPattern {
  return new PatternTranslator(pattern, { ...NO_FLAGS, ...flags }).translate();
}

class PatternTranslator {
  readonly #cursor: TextCursor;
  #flags: RegexFlags;

  constructor(pattern: string, flags: RegexFlags) {
    this.#cursor = new TextCursor(pattern);
    this.#flags = flags;
  }

  translate(): TranslatedPattern {
    this.#readGlobalFlags();
    const source = this.#readAlternatives(false);
    return { source, ignoreCase: this.#flags.i };
  }

  #readGlobalFlags(): void {
    if (!this.#cursor.takeText('(')) return;
    const match = this.#cursor.take(FLAG_GROUP);
    if (match?.[3] === ')') this.#flags = this.#withFlags(match[1] ?? '', '');
    else this.#cursor.moveTo(0);
  }

  /** Everything up to the end of the pattern or of the group. */
  #readAlternatives(isInGroup: boolean): string {
    let source = '';
    while (!this.#cursor.isAtEnd) {
      if (isInGroup && this.#cursor.takeText(')')) return source;
      if (this.#flags.x && this.#cursor.take(VERBOSE_BLANK) !== undefined) continue;
      source += this.#readAtom();
      source += this.#readRepeat();
    }
    if (isInGroup) throw this.#unexpected('the closing ")"');
    return source;
  }

  #readAtom(): string {
    const character = this.#cursor.next();
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
        return translateClass(this.#cursor, this.#flags);
      case '\\':
        return translateEscape(this.#cursor, this.#flags);
      case ')':
        throw this.#unexpected('a "(" before this ")"');
      case '*':
      case '+':
      case '?':
        throw this.#unexpected('something to repeat');
      default:
        return literal(character);
    }
  }

  #readRepeat(): string {
    if (this.#flags.x) this.#cursor.take(VERBOSE_BLANK);
    const repeat = this.#cursor.take(REPEAT)?.[0];
    if (repeat === undefined) return '';
    const isLazy = this.#cursor.takeText('?');
    if (this.#cursor.isAt('+')) throw this.#unexpected('no possessive repeat, which Understudy cannot run,');
    if (this.#cursor.isAt('*')) throw this.#unexpected('only one repeat');
    return repeat.replace('{,', '{0,') + (isLazy ? '?' : '');
  }

  #readGroup(): string {
    if (this.#cursor.take(COMMENT_GROUP) !== undefined) return '';
    const reference = this.#cursor.take(NAMED_REFERENCE);
    if (reference !== undefined) return `\\k<${reference[1]}>`;
    const named = this.#cursor.take(NAMED_GROUP);
    if (named !== undefined) return `(?<${named[1]}>${this.#readAlternatives(true)})`;
    const same = this.#cursor.take(SAME_GROUP);
    // Assertions are put in a group, because JavaScript does not repeat them and Python does.
    if (same !== undefined) return `(?:(${same[0]}${this.#readAlternatives(true)}))`;
    const flagged = this.#cursor.take(FLAG_GROUP);
    if (flagged !== undefined) return this.#readFlagGroup(flagged);
    if (this.#cursor.isAt('?')) throw this.#unexpected('a group that Understudy can run');
    return `(${this.#readAlternatives(true)})`;
  }

  #readFlagGroup(match: RegExpExecArray): string {
    if (match[3] === ')') throw this.#unexpected('flags for the whole pattern at its start only');
    const outer = this.#flags;
    this.#flags = this.#withFlags(match[1] ?? '', match[2] ?? '');
    if (this.#flags.i !== outer.i) {
      throw this.#unexpected('no change of case sensitivity within a pattern, which Understudy cannot run,');
    }
    const source = `(?:${this.#readAlternatives(true)})`;
    this.#flags = outer;
    return source;
  }

  #withFlags(on: string, off: string): RegexFlags {
    const known = Object.keys(NO_FLAGS) as (keyof RegexFlags)[];
    const changed = known.map((flag) => [flag, (this.#flags[flag] || on.includes(flag)) && !off.includes(flag)]);
    return { ...this.#flags, ...Object.fromEntries(changed) };
  }

  #unexpected(expected: string): Error {
    return unexpectedInRegex(this.#cursor.text, this.#cursor.position, expected);
  }
}
