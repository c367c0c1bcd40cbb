import type { Insertable, Selectable } from 'kysely';
import type { CastVoteRequest } from '../../arena/arena-store.js';
import type { ItemKind, Outcome } from '../../arena/study.js';
import { turnOutcome } from '../../arena/turn-outcome.js';
import type { CountedVote, Vote, VoteEvent, VoteEventKind } from '../../arena/vote.js';
import { fromJson, toJson } from '../json.js';
import type { AssignmentsTable, VoteEventsTable, VotesTable } from './arena-tables.js';

/** A vote as a row. */
export function voteToRow(
  request: CastVoteRequest,
  { studyId, seq }: { readonly studyId: string; readonly seq: number },
): Insertable<VotesTable> {
  return {
    seq,
    id: request.voteId,
    assignment_id: request.assignmentId,
    study_id: studyId,
    outcome: request.outcome,
    reasons: toJson(request.reasons),
    comment: request.comment,
    dwell_ms: request.dwellMs,
    ui_version: request.uiVersion,
    cast_at: request.now,
  };
}

/** A vote as it was cast. */
export function rowToVote(row: Selectable<VotesTable>): Vote {
  return {
    id: row.id,
    assignmentId: row.assignment_id,
    seq: row.seq,
    // Only `voteToRow` and `importVotes` write the column, each an outcome.
    outcome: row.outcome as Outcome,
    reasons: fromJson(row.reasons) as readonly string[],
    comment: row.comment,
    dwellMs: row.dwell_ms,
    uiVersion: row.ui_version,
    castAt: row.cast_at,
  };
}

/** An event as a row. */
export function eventToRow(event: VoteEvent, number: number): Insertable<VoteEventsTable> {
  return {
    id: event.id,
    vote_id: event.voteId,
    number,
    kind: event.kind,
    rule: event.rule,
    reason: event.reason,
    author: event.author,
    at: event.at,
  };
}

/** An event. */
export function rowToEvent(row: Selectable<VoteEventsTable>): VoteEvent {
  return {
    id: row.id,
    voteId: row.vote_id,
    // Only `eventToRow` writes the column.
    kind: row.kind as VoteEventKind,
    rule: row.rule,
    reason: row.reason,
    author: row.author,
    at: row.at,
  };
}

/** What a counted vote is read from. */
export type CountedVoteRow = Pick<
  Selectable<AssignmentsTable>,
  | 'study_id'
  | 'item_number'
  | 'kind'
  | 'annotator_id'
  | 'question_id'
  | 'first_version_id'
  | 'second_version_id'
  | 'swapped'
  | 'state'
  | 'identity_leak'
> &
  Pick<Selectable<VotesTable>, 'seq' | 'id' | 'outcome' | 'dwell_ms' | 'cast_at'> & {
    readonly aspect: string | null;
    readonly language: string | null;
    readonly turn: number | null;
  };

/** A vote with its sides turned back to the order of the versions. */
export function rowToCountedVote(row: CountedVoteRow): CountedVote {
  const isSwapped = row.swapped !== 0;
  return {
    voteId: row.id,
    seq: row.seq,
    studyId: row.study_id,
    itemNumber: row.item_number,
    kind: row.kind as ItemKind,
    annotatorId: row.annotator_id,
    questionId: row.question_id,
    aspect: row.aspect,
    language: row.language,
    turn: row.turn,
    firstVersionId: row.first_version_id,
    secondVersionId: row.second_version_id,
    outcome: turnOutcome(row.outcome as Outcome, isSwapped),
    swapped: isSwapped,
    valid: row.state === 'counted',
    identityLeak: row.identity_leak !== 0,
    dwellMs: row.dwell_ms,
    castAt: row.cast_at,
  };
}
