import type { CountedVote } from '@understudy/store';
import { expect, test } from 'vitest';
import { battlesOfVotes } from './battles-of-votes.js';
import { BOTH_BAD } from '../battles/battle-outcome.js';
import { textAt } from '../battles/coded-column.js';

const VOTE: CountedVote = {
  voteId: 'v',
  seq: 1,
  studyId: 's',
  itemNumber: 0,
  kind: 'regular',
  annotatorId: 'ann',
  questionId: 'q1',
  aspect: 'writing',
  language: 'en',
  turn: null,
  firstVersionId: 'x',
  secondVersionId: 'y',
  outcome: 'a',
  swapped: true,
  valid: true,
  identityLeak: false,
  dwellMs: null,
  castAt: 1000,
};

async function* votes(...changes: readonly Partial<CountedVote>[]): AsyncGenerator<CountedVote> {
  for (const change of changes) yield { ...VOTE, ...change };
}

test('votes that count are battles', async () => {
  const given = votes(
    {},
    { outcome: 'b', castAt: 2000 },
    { outcome: 'tie', castAt: 3000, questionId: null },
    { outcome: 'both_bad', castAt: 4000 },
    { outcome: 'skip' },
    { valid: false },
    { kind: 'gold' },
    { kind: 'training' },
    { identityLeak: true },
  );
  const table = await battlesOfVotes(given);
  expect(table.models).toEqual(['x', 'y']);
  expect([...table.outcome]).toEqual([0, 1, 2, BOTH_BAD]);
  expect([...(table.time ?? [])]).toEqual([1000, 2000, 3000, 4000]);
  expect(Array.from(table.first, (_, row) => textAt(table.columns.get('question_id')!, row))).toEqual([
    'q1',
    'q1',
    undefined,
    'q1',
  ]);
  expect(table.columns.has('turn')).toBe(false);
  expect(table.leftOut.notBlind).toBe(1);
});

test('votes on answers that named their model count when asked for', async () => {
  expect((await battlesOfVotes(votes({ identityLeak: true }), { identityLeaks: true })).outcome).toHaveLength(1);
});
