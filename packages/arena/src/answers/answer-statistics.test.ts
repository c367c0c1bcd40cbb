import { expect, it } from 'vitest';
import { answerStatistics } from './answer-statistics.js';

it('an answer is counted in characters and marks of Markdown, code apart', () => {
  const text =
    '# Title\n\nSome **bold** and __more__ 😀.\n\n- one\n* two\n1. three\n\n```sh\n# no heading\n- no list\n```\n';
  expect(answerStatistics({ turns: [text, '## Again'], tokens: 40 })).toEqual({
    chars: Array.from(text).length + 2 + 8,
    tokens: 40,
    headers: 2,
    lists: 3,
    bold: 2,
  });
  expect(answerStatistics({ turns: [''], tokens: null })).toEqual({
    chars: 0,
    tokens: null,
    headers: 0,
    lists: 0,
    bold: 0,
  });
});
