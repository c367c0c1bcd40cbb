import { describe, expect, it } from 'vitest';
import { buildTurn, type Turn } from './build-turn.js';
import { toPlainText } from './message.js';

const TURN: Turn = {
  question: 'Q:',
  choices: undefined,
  answer: undefined,
  genPrefix: '',
  targetDelimiter: ' ',
  fewshotDelimiter: '\n\n',
};
const text = (turn: Partial<Turn>): string => toPlainText(buildTurn({ ...TURN, ...turn }));

describe('a turn', () => {
  it('of the question that is asked ends in the question', () => {
    expect(text({})).toBe('Q:');
  });

  it('of an example has the answer between the delimiters', () => {
    expect(text({ answer: 'A' })).toBe('Q: A\n\n');
    expect(text({ answer: 1, choices: ['no', 'yes'] })).toBe('Q: yes\n\n');
    expect(text({ answer: -1, choices: ['no', 'yes'] })).toBe('Q: yes\n\n');
    expect(text({ answer: ['first', 'second'] })).toBe('Q: first\n\n');
  });

  it('with an empty answer has neither delimiter', () => {
    expect(text({ answer: '' })).toBe('Q:');
  });

  it('begins answers with the prefix, joined only where there is no white space', () => {
    expect(text({ genPrefix: 'The answer is' })).toBe('Q: The answer is');
    expect(text({ genPrefix: '\nThe answer is' })).toBe('Q:\nThe answer is');
    expect(text({ genPrefix: 'The answer is', answer: '3' })).toBe('Q: The answer is 3\n\n');
  });

  it('with an answer that is no text is an error', () => {
    expect(() => text({ answer: 3 })).toThrow(/an example's answer must be a text; found 3/);
    expect(() => text({ answer: [1] })).toThrow(/must be a text; found 1/);
    expect(() => text({ question: 4 })).toThrow(/the question must be a text; found 4/);
  });
});
