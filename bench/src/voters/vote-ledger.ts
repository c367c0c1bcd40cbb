import type { Outcome } from '@understudy/store';

/** A vote that the server acknowledged. */
export interface AcknowledgedVote {
  readonly voteId: string;
  readonly assignmentId: string;
  readonly annotatorId: string;
  /** By the sides that the voter was shown. */
  readonly outcome: Outcome;
}

/** Whether a vote was taken back; `unknown`: the answer to the request was lost. */
export type Undone = 'no' | 'yes' | 'unknown';

/** What the voters were told, against which the server's database is held in the end. */
export class VoteLedger {
  readonly #byAssignment = new Map<string, AcknowledgedVote>();
  readonly #undone = new Map<string, Undone>();
  /** What the server must never have said, in words. */
  readonly broken: string[] = [];

  get size(): number {
    return this.#byAssignment.size;
  }

  votes(): readonly (AcknowledgedVote & { readonly undone: Undone })[] {
    return Array.from(this.#byAssignment.values(), (vote) => ({
      ...vote,
      undone: this.#undone.get(vote.voteId) ?? 'no',
    }));
  }

  /** Notes an acknowledgement; one that is unlike an earlier one of the same assignment is a broken promise. */
  acknowledge(vote: AcknowledgedVote): void {
    const before = this.#byAssignment.get(vote.assignmentId);
    if (before === undefined) this.#byAssignment.set(vote.assignmentId, vote);
    else if (before.voteId !== vote.voteId || before.outcome !== vote.outcome) {
      this.broken.push(
        `the assignment ${vote.assignmentId} has the vote ${before.voteId} (${before.outcome}) and the vote ${vote.voteId} (${vote.outcome})`,
      );
    }
  }

  setUndone(voteId: string, undone: Undone): void {
    this.#undone.set(voteId, undone);
  }
}
