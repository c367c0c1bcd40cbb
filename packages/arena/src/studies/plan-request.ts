import type { Answer, Outcome, Study } from '@understudy/store';

/** What a plan needs to know of an answer. */
export type PlannedAnswer = Pick<Answer, 'id' | 'questionId' | 'versionId'>;

/** An item whose outcome is known, in terms of first and second (`a`: the first is better). */
export interface KnownItem {
  readonly questionId: string;
  readonly firstAnswerId: string;
  readonly secondAnswerId: string;
  readonly expected: Outcome;
  /** Shown after a training vote. */
  readonly explanation: string | null;
}

/** What a study is planned from. */
export interface PlanRequest {
  readonly study: Pick<Study, 'id' | 'versionIds' | 'design'>;
  /** Questions of the study, in a fixed order. */
  readonly questionIds: readonly string[];
  /** Answers of each of its models to each of its questions; others are not used. */
  readonly answers: readonly PlannedAnswer[];
  /** Mixed in among the others, to see whether an annotator reads. */
  readonly gold?: readonly KnownItem[];
  /** Given to each annotator first, with the reasons. */
  readonly training?: readonly KnownItem[];
  /** `refuse`, the default, or leave out the items that lack one: for answers of others, which cannot be made again. */
  readonly missingAnswers?: 'refuse' | 'leave-out';
}
