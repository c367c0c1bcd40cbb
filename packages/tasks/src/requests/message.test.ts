import { describe, expect, it } from 'vitest';
import { joinDelimited, toPlainText, toSingleTurn, toTurns, type Message } from './message.js';

const MESSAGES: readonly Message[] = [
  { role: 'system', content: 'S', delimiter: '' },
  { role: 'user', content: 'Q1', delimiter: ' ' },
  { role: 'assistant', content: 'A1', delimiter: '\n\n' },
  { role: 'user', content: 'Q2', delimiter: ' ' },
];
const BEGUN: Message = { role: 'assistant', content: 'The', delimiter: '' };

describe('messages', () => {
  it('are joined by their delimiters in plain text', () => {
    expect(toPlainText(MESSAGES)).toBe('SQ1 A1\n\nQ2 ');
  });

  it('lose their delimiters as turns', () => {
    expect(toTurns(MESSAGES).map(({ content }) => content)).toEqual(['S', 'Q1', 'A1', 'Q2']);
  });

  it('become one user turn without the last delimiter; system and a begun answer stay apart', () => {
    expect(toSingleTurn(MESSAGES)).toEqual([
      { role: 'system', content: 'S' },
      { role: 'user', content: 'Q1 A1\n\nQ2' },
    ]);
    expect(toSingleTurn([...MESSAGES, BEGUN])).toEqual([
      { role: 'system', content: 'S' },
      { role: 'user', content: 'Q1 A1\n\nQ2' },
      { role: 'assistant', content: 'The' },
    ]);
  });

  it.each([
    ['a', 'b', 'a-b'],
    ['a ', 'b', 'a b'],
    ['a', '\nb', 'a\nb'],
    ['', 'b', 'b'],
    ['a', '', 'a'],
    ['a\u0085', 'b', 'a\u0085b'],
    ['a\ufeff', 'b', 'a\ufeff-b'],
  ])('are joined with a delimiter only if neither has white space at the joint: %j, %j', (before, after, joined) => {
    expect(joinDelimited(before, after, '-')).toBe(joined);
  });
});
