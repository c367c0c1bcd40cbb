import { describe, expect, it } from 'vitest';
import { checkVotes, isSound, type ExportedVote, type ServerState } from './check-votes.js';
import { VoteLedger } from './vote-ledger.js';

const vote = (number: number, change: Partial<ExportedVote> = {}): ExportedVote => ({
  voteId: `v${number}`,
  annotatorId: 'ann',
  itemNumber: number,
  outcome: 'a',
  swapped: false,
  valid: true,
  kind: 'regular',
  ...change,
});

function ledgerOf(count: number): VoteLedger {
  const ledger = new VoteLedger();
  for (let number = 0; number < count; number += 1) {
    const [voteId, assignmentId] = [`v${number}`, `a${number}`];
    ledger.acknowledge({ voteId, assignmentId, annotatorId: 'ann', outcome: 'a' });
  }
  return ledger;
}

function stateOf(exported: readonly ExportedVote[], change: Partial<ServerState> = {}): ServerState {
  const said = exported.filter(({ valid, outcome }) => valid && outcome !== 'skip');
  const items = [...new Set(exported.map(({ itemNumber }) => itemNumber ?? -1))];
  const plan = items.map((number) => ({
    number,
    wanted: 1,
    votes: said.filter(({ itemNumber }) => itemNumber === number).length,
  }));
  return { exported, plan, progressDone: said.length, rated: said.length, battles: said.length, ...change };
}

const planned = (votes: number) => [
  { number: 0, wanted: 1, votes: 1 },
  { number: 1, wanted: 0, votes },
];

describe('the check of the votes', () => {
  it('is content when each acknowledged vote is there once, whichever side was swapped', () => {
    const check = checkVotes(ledgerOf(2), stateOf([vote(0), vote(1, { outcome: 'b', swapped: true })]));
    expect(isSound(check)).toBe(true);
  });

  it('allows a vote to count or not when nobody knows whether it was taken back', () => {
    const ledger = ledgerOf(2);
    ledger.setUndone('v0', 'unknown');
    ledger.setUndone('v1', 'yes');
    expect(isSound(checkVotes(ledger, stateOf([vote(0), vote(1, { valid: false })])))).toBe(true);
    expect(isSound(checkVotes(ledger, stateOf([vote(0, { valid: false }), vote(1, { valid: false })])))).toBe(true);
  });

  it('allows one vote more where a skip was taken back, and no second', () => {
    const ledger = ledgerOf(2);
    ledger.acknowledge({ voteId: 's', assignmentId: 's', annotatorId: 'ann', outcome: 'skip' });
    ledger.setUndone('s', 'yes');
    const exported = [vote(0), vote(1), vote(9, { voteId: 's', itemNumber: 1, outcome: 'skip', valid: false })];
    expect(checkVotes(ledger, stateOf(exported, { plan: planned(1), progressDone: 1 }))).toMatchObject({
      excess: 0,
      unequalTotals: [],
    });
    expect(checkVotes(ledger, stateOf(exported, { plan: planned(2) })).excess).toBe(1);
  });

  it.each([
    ['lost', stateOf([vote(0)])],
    ['double', stateOf([vote(0), vote(1), vote(2)])],
    ['double', stateOf([vote(0), vote(1), vote(1)])],
    ['saidTwice', stateOf([vote(0), vote(1, { itemNumber: 0 })])],
    ['altered', stateOf([vote(0), vote(1, { outcome: 'b' })])],
    ['altered', stateOf([vote(0), vote(1, { annotatorId: 'bob' })])],
    ['miscounted', stateOf([vote(0), vote(1, { valid: false })])],
    ['excess', stateOf([vote(0), vote(1)], { plan: [{ number: 0, wanted: 1, votes: 3 }] })],
  ] as const)('sees what is %s', (what, state) => {
    const check = checkVotes(ledgerOf(2), state);
    expect(check[what]).toBeGreaterThan(0);
    expect(isSound(check)).toBe(false);
  });

  it('sees totals that are not the sum of the votes', () => {
    const { unequalTotals } = checkVotes(ledgerOf(1), stateOf([vote(0)], { rated: 2, battles: 0 }));
    expect(unequalTotals).toEqual(['votes rated: 2, votes: 1', 'battles: 0, votes: 1']);
  });
});

describe('the ledger', () => {
  it('keeps a promise broken when one assignment is acknowledged with two votes', () => {
    const ledger = ledgerOf(1);
    ledger.acknowledge({ voteId: 'v0', assignmentId: 'a0', annotatorId: 'ann', outcome: 'a' });
    expect(ledger.broken).toEqual([]);
    ledger.acknowledge({ voteId: 'v9', assignmentId: 'a0', annotatorId: 'ann', outcome: 'a' });
    expect(ledger.broken).toHaveLength(1);
  });
});
