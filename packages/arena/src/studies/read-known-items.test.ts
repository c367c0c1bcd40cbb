import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Question } from '@understudy/store';
import { afterAll, expect, it } from 'vitest';
import { readKnownItems } from './read-known-items.js';

const folder = mkdtempSync(join(tmpdir(), 'understudy-gold-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rest = { aspect: 'x', language: 'en', turns: ['Q?'], reference: null, referenceChecked: false };
const questions: Question[] = [{ id: 'set/1', setId: 'set', ...rest }];
const answers = ['m', 'n'].map((versionId) => ({ id: `answer of ${versionId}`, questionId: 'set/1', versionId }));

function read(text: string) {
  const path = join(folder, 'gold.csv');
  writeFileSync(path, `question,model_a,model_b,expected,explanation\n${text}`);
  return readKnownItems(path, { questions, answers });
}

it('gold items are pairs of stored answers', async () => {
  expect(await read('1,n,m,both_bad,"Neither, really."\n')).toEqual([
    {
      questionId: 'set/1',
      firstAnswerId: 'answer of n',
      secondAnswerId: 'answer of m',
      expected: 'both_bad',
      explanation: 'Neither, really.',
    },
  ]);
});

it.each([
  ['2,m,n,a,x', /gold\.csv:2: there is no question 2/],
  ['1,m,o,a,x', /gold\.csv:2: o has no answer to 1/],
  ['1,m,m,a,x', /gold\.csv:2: the two models are the same/],
  ['1,m,n,left,x', /gold\.csv:2: expected/],
])('a wrong one is refused with its line: %s', async (row, message) => {
  await expect(read(row)).rejects.toMatchObject({
    code: 'known-items-malformed',
    message: expect.stringMatching(message),
  });
});
