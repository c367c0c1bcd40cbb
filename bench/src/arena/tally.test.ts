import { expect, it } from 'vitest';
import { tally, type ExportedVote } from './tally.js';

const told = (voteId: string) => ({ voteId, assignmentId: voteId, outcome: 'a', repeated: false, seconds: 0 });
const kept = (voteId: string, annotatorId: string, itemNumber: number): ExportedVote => ({
  voteId,
  annotatorId,
  itemNumber,
  outcome: 'a',
  valid: true,
});

it('counts nothing where all votes are there once', () => {
  const votes = [kept('1', 'ada', 1), kept('2', 'ben', 1), kept('3', 'ada', 2)];
  expect(Object.values(tally(['1', '2', '3'].map(told), votes, 2))).toEqual([0, 0, 0, 0, 0]);
});

it('finds votes that are lost, unknown, double, repeated, or too many', () => {
  const votes = [kept('1', 'ada', 1), kept('1', 'ada', 1), kept('9', 'ben', 1)];
  expect(tally(['1', '2'].map(told), votes, 2)).toEqual({ lost: 1, unknown: 1, double: 1, repeated: 1, tooMany: 1 });
});
