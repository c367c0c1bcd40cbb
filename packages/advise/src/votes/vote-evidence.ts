import type { Interval } from '@understudy/statistics';
import type { Study } from '@understudy/store';
import type { AdvisedModel } from '../advice/advised-model.js';

/** What people's votes on a pair of models say, of one aspect or of all. */
export interface VoteAssessment {
  /** Null: all votes of the study on the pair. */
  readonly aspect: string | null;
  /** P(win) + ½ P(tie) of the model over the reference. */
  readonly winRate: number;
  /** One-sided bounds, each of the confidence asked for, votes clustered by question. */
  readonly bounds: Interval;
  /** `non-inferior`: the lower bound lies above ½ − margin; `inferior`: the upper one below it. */
  readonly outcome: 'non-inferior' | 'inferior' | 'undecided';
  /** At least one. */
  readonly votes: number;
  readonly questions: number;
  /**
   * Votes in all that would decide with 80% power, if all stays as it is; null: it is decided, the win rate lies on the limit, or it takes
   * further questions and not further votes on these.
   */
  readonly votesNeeded: number | null;
}

/** What the people of one study say of a model and the reference. */
export interface VotedPair {
  readonly model: AdvisedModel;
  /** `imported`: votes from a file, which says itself who voted. */
  readonly study: Pick<Study, 'id' | 'title' | 'mode'>;
  /** Ids of the arena's versions that were voted on. */
  readonly version: string;
  readonly referenceVersion: string;
  readonly overall: VoteAssessment;
  /** Those with votes on the pair. */
  readonly aspects: readonly VoteAssessment[];
}

/** What votes say of a model that the answer names. */
export interface VotesOnAnswer {
  readonly model: AdvisedModel;
  /** `divided`: non-inferior by one study and inferior by another; `undecided`: too few votes in each. */
  readonly outcome: VoteAssessment['outcome'] | 'divided';
  /** The study with most votes among those that say so. */
  readonly study: VotedPair['study'];
  readonly overall: VoteAssessment;
}

/** A study that would have people compare a model and the reference. */
export interface NextStudy {
  readonly model: AdvisedModel;
  /** Votes on the pair that would show it, with 80% power, if the two are equal. */
  readonly votes: number;
  /** For a shell: answers of both, then the study. */
  readonly commands: readonly string[];
}

/**
 * What people said who saw answers of an admissible model and of the reference side by side, not knowing which was which. It stands beside the
 * scores: no score, rank or verdict of an area has a vote in it.
 */
export interface VoteEvidence {
  /** How far below ½ a win rate may lie; not the needs' margin, which counts right answers. */
  readonly margin: number;
  /** That of the needs. */
  readonly confidence: number;
  /** By model in the order of the advice, then those with most votes first. */
  readonly pairs: readonly VotedPair[];
  /** Names, sorted, of what else was compared in studies with the reference: no card and no measured model is known to be one of these. */
  readonly unknown: readonly string[];
  /** Of the models that the answer names, those with votes. */
  readonly ofAnswer: readonly VotesOnAnswer[];
  /** Null where people have voted on a model that the answer names, or it names none. */
  readonly next: NextStudy | null;
}
