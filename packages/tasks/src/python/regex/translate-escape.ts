import type { TextCursor } from '../text-cursor.js';
import { unexpectedInRegex } from './regex-problem.js';
import { ASSERTIONS, classContent, literal, wordBoundary, type RegexFlags } from './regex-syntax.js';

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

/** Translates what follows a backslash outside a class. */
export function translateEscape(cursor: TextCursor, flags: RegexFlags): string {
  const numeric = numericEscape(cursor);
  if (numeric !== undefined) return numeric;
  const reference = cursor.take(BACKREFERENCE);
  if (reference !== undefined) return `(?:\\${reference[0]})`;
  const character = cursor.next();
  switch (character) {
    case 'A':
      return ASSERTIONS.start;
    case 'Z':
      return ASSERTIONS.end;
    case 'b':
    case 'B':
      return wordBoundary(character === 'b', flags);
    default:
      return classEscape(character, flags) ?? plainEscape(character, cursor);
  }
}

/** Translates what follows a backslash inside a class, where `\b` is the backspace. */
export function translateClassEscape(cursor: TextCursor, flags: RegexFlags): string {
  const numeric = numericEscape(cursor);
  if (numeric !== undefined) return numeric;
  const character = cursor.next();
  return character === 'b' ? '\\x08' : (classEscape(character, flags) ?? plainEscape(character, cursor));
}

/** `\d` and its like as a class of their own, which also may stand inside another class (`v` flag). */
function classEscape(character: string, flags: RegexFlags): string | undefined {
  const letter = character.toLowerCase();
  if (letter !== 'd' && letter !== 'w' && letter !== 's') return undefined;
  return `[${letter === character ? '' : '^'}${classContent(letter, flags)}]`;
}

function plainEscape(character: string, cursor: TextCursor): string {
  const control = CONTROL_ESCAPES.get(character);
  if (control !== undefined) return control;
  if (character !== '' && !/[A-Za-z]/u.test(character)) return literal(character);
  const expected = `no escape \\${character}, which Python does not know or Understudy cannot run,`;
  throw unexpectedInRegex(cursor.text, cursor.position, expected);
}

function numericEscape(cursor: TextCursor): string | undefined {
  const hex = cursor.take(HEX_ESCAPE);
  if (hex !== undefined) return characterByCode(Number.parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16));
  const octal = cursor.take(OCTAL_ESCAPE);
  return octal === undefined ? undefined : characterByCode(Number.parseInt(octal[0], 8));
}

function characterByCode(code: number): string {
  return `\\u{${code.toString(16)}}`;
}
