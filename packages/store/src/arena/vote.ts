import type { ItemKind, Outcome } from './study.js';

/** One showing of two answers to one annotator. What the browser gets of it is the id, the token and two texts. */
export interface Assignment {
  readonly id: string;
  readonly studyId: string;
  /** Number of the study's item; null in free mode. */
  readonly itemNumber: number | null;
  readonly annotatorId: string;
  /** Versions by the item's order; `swapped` says that the first was shown on the right, as B. */
  readonly firstVersionId: string;
  readonly secondVersionId: string;
  readonly swapped: boolean;
  /** Probability with which this pair was drawn; 1 in a planned study. */
  readonly sampleProbability: number;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** A vote as it was cast. Never changed: what happens to it later is an event. `a` is the side that was shown as A, on the left. */
export interface Vote {
  readonly id: string;
  readonly assignmentId: string;
  /** Order of casting over all studies. */
  readonly seq: number;
  readonly outcome: Outcome;
  /** Keys of reasons, e.g. `correct`, `clear`. */
  readonly reasons: readonly string[];
  readonly comment: string | null;
  /** From showing to voting, as the browser says. */
  readonly dwellMs: number | null;
  readonly uiVersion: string | null;
  readonly castAt: number;
}

/**
 * `undo`: by the annotator before the reveal, who then votes again; `withdraw`: by the annotator after it; `invalidate`: by an administrator
 * or a rule; `restore` takes the last of these back; `flag`: marked, still counted; `reveal`: the names were shown.
 */
export const VOTE_EVENT_KINDS = ['undo', 'withdraw', 'invalidate', 'restore', 'flag', 'reveal'] as const;
export type VoteEventKind = (typeof VOTE_EVENT_KINDS)[number];

export interface VoteEvent {
  readonly id: string;
  readonly voteId: string;
  readonly kind: VoteEventKind;
  /** The rule that made it, e.g. `duplicate`; null: a person did. */
  readonly rule: string | null;
  readonly reason: string | null;
  /** Id of the annotator or name of the key. */
  readonly author: string;
  readonly at: number;
}

/** A vote with what ratings and agreement need: sides turned back to the order of the versions. */
export interface CountedVote {
  readonly voteId: string;
  readonly seq: number;
  readonly studyId: string;
  readonly itemNumber: number | null;
  readonly kind: ItemKind;
  readonly annotatorId: string;
  readonly questionId: string | null;
  readonly aspect: string | null;
  readonly language: string | null;
  readonly turn: number | null;
  readonly firstVersionId: string;
  readonly secondVersionId: string;
  /** `a`: the first version was preferred, whichever side it was on. */
  readonly outcome: Outcome;
  readonly swapped: boolean;
  /** Undone, withdrawn or invalidated votes do not count. */
  readonly valid: boolean;
  readonly identityLeak: boolean;
  readonly dwellMs: number | null;
  readonly castAt: number;
}

/** A turn of a free conversation. */
export interface ConversationTurn {
  readonly assignmentId: string;
  /** From 1. */
  readonly number: number;
  readonly prompt: string;
  /** By the order of the assignment's versions. */
  readonly first: string;
  readonly second: string;
  readonly identityLeak: boolean;
}
