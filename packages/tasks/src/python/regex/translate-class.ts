import type { TextCursor } from '../text-cursor.js';
import { unexpectedInRegex } from './regex-problem.js';
import { literal, type RegexFlags } from './regex-syntax.js';
import { translateClassEscape } from './translate-escape.js';

/** Translates a character class whose `[` has been read. A `]` in the first place belongs to it. */
export function translateClass(cursor: TextCursor, flags: RegexFlags): string {
  let source = cursor.takeText('^') ? '[^' : '[';
  do source += translateRange(cursor, flags);
  while (!cursor.takeText(']'));
  return `${source}]`;
}

/** One item, or a range of two; a `-` before the closing bracket is an item. */
function translateRange(cursor: TextCursor, flags: RegexFlags): string {
  const from = translateItem(cursor, flags);
  if (!cursor.isAt('-') || cursor.isAt(']', 1)) return from;
  cursor.next();
  return `${from}-${translateItem(cursor, flags)}`;
}

function translateItem(cursor: TextCursor, flags: RegexFlags): string {
  if (cursor.isAtEnd) throw unexpectedInRegex(cursor.text, cursor.position, 'the closing "]"');
  const character = cursor.next();
  return character === '\\' ? translateClassEscape(cursor, flags) : literal(character);
}
