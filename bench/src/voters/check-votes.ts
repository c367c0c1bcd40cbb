import { turnOutcome, type CountedVote } from '@understudy/store';
import type { VoteLedger } from './vote-ledger.js';

/** What the check reads of a vote in the export. */
export type ExportedVote = Pick<
  CountedVote,
  'voteId' | 'annotatorId' | 'itemNumber' | 'outcome' | 'swapped' | 'valid' | 'kind'
>;

/** An item of the plan with what is done of it, as the server says. */
export interface PlannedItem {
  readonly number: number;
  readonly wanted: number;
  readonly votes: number;
}

/** What the server shows in the end. */
export interface ServerState {
  readonly exported: readonly ExportedVote[];
  readonly plan: readonly PlannedItem[];
  /** Votes that count, as the study's progress says. */
  readonly progressDone: number;
  /** Votes that the ratings were made of. */
  readonly rated: number;
  /** Lines of the exported battles. */
  readonly battles: number;
}

/** What is wrong, in numbers; all 0 when nothing is. */
export interface VoteCheck {
  /** Acknowledged, but not in the database. */
  readonly lost: number;
  /** In the database, but never acknowledged, or there twice. */
  readonly double: number;
  /** Items that one annotator has two counted votes on. */
  readonly saidTwice: number;
  /** Stored as another outcome or another person's than was acknowledged. */
  readonly altered: number;
  /** Counted though taken back, or not counted though never taken back. */
  readonly miscounted: number;
  /**
   * Votes beyond what an item wanted, but for one for each skip that was taken back there: its place is free while it is skipped, and may
   * have gone to somebody else meanwhile.
   */
  readonly excess: number;
  /** Numbers of the server that differ from the sum of its own votes. */
  readonly unequalTotals: readonly string[];
}

function countBy<T>(values: Iterable<T>, keyOf: (value: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  return counts;
}

function excessOf({ exported, plan }: ServerState): number {
  const takenBack = exported.filter(({ valid, outcome }) => !valid && outcome === 'skip');
  const allowed = countBy(takenBack, ({ itemNumber }) => String(itemNumber));
  return plan.reduce(
    (sum, { number, votes, wanted }) => sum + Math.max(0, votes - wanted - (allowed.get(String(number)) ?? 0)),
    0,
  );
}

function unequalTotals(counted: readonly ExportedVote[], state: ServerState): readonly string[] {
  const said = counted.filter(({ outcome, kind }) => outcome !== 'skip' && kind === 'regular');
  const onItem = countBy(said, ({ itemNumber }) => String(itemNumber));
  const unequal = state.plan.filter(({ number, votes }) => votes !== (onItem.get(String(number)) ?? 0));
  const totals = { 'votes rated': state.rated, battles: state.battles };
  const progress = state.plan.reduce((sum, { votes, wanted }) => sum + Math.min(votes, wanted), 0);
  return [
    ...(progress === state.progressDone ? [] : [`progress: ${state.progressDone}, by the plan: ${progress}`]),
    ...unequal.map(({ number, votes }) => `item ${number}: ${votes} by the plan, ${onItem.get(String(number)) ?? 0}`),
    ...Object.entries(totals).flatMap(([name, total]) =>
      total === said.length ? [] : [`${name}: ${total}, votes: ${said.length}`],
    ),
  ];
}

/** Holds what the server has against what the voters were told. */
export function checkVotes(ledger: VoteLedger, state: ServerState): VoteCheck {
  const { exported } = state;
  const byId = new Map(exported.map((vote) => [vote.voteId, vote]));
  const known = new Set<string>();
  let [lost, altered, miscounted] = [0, 0, 0];
  for (const { voteId, annotatorId, outcome, undone } of ledger.votes()) {
    known.add(voteId);
    const stored = byId.get(voteId);
    if (stored === undefined) {
      lost += 1;
      continue;
    }
    if (turnOutcome(stored.outcome, stored.swapped) !== outcome || stored.annotatorId !== annotatorId) altered += 1;
    if (undone !== 'unknown' && stored.valid !== (undone === 'no')) miscounted += 1;
  }
  const counted = exported.filter(({ valid }) => valid);
  const says = countBy(counted, ({ annotatorId, itemNumber }) => JSON.stringify([annotatorId, itemNumber]));
  return {
    lost,
    double: exported.length - byId.size + [...byId.keys()].filter((id) => !known.has(id)).length,
    saidTwice: [...says.values()].filter((count) => count > 1).length,
    altered,
    miscounted,
    excess: excessOf(state),
    unequalTotals: unequalTotals(counted, state),
  };
}

/** Whether everything is as it must be. */
export function isSound({ unequalTotals: unequal, ...counts }: VoteCheck): boolean {
  return unequal.length === 0 && Object.values(counts).every((count) => count === 0);
}
