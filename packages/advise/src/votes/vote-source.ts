import type { NonInferiority } from '@understudy/statistics';
import type { ModelVersion, Study } from '@understudy/store';

/** Two versions of the arena: whether the one can stand in for the other. */
export interface VoteClaim {
  readonly model: string;
  readonly reference: string;
}

/** What people's votes on one aspect say of a claim; aspect null: all votes. */
export type AssessedAspect = NonInferiority & { readonly aspect: string | null };

/** What the votes of a study say of a claim. */
export interface AssessedClaim {
  readonly overall: AssessedAspect;
  readonly aspects: readonly AssessedAspect[];
}

/** The margin below a win rate of ½, and the one-sided confidence of each bound. */
export interface VoteTest {
  readonly margin: number;
  readonly confidence: number;
}

/** Where people's votes are read: the arena's studies. Verdicts of model judges are none of them. */
export interface VoteSource {
  /** Studies whose votes whoever asks may know of, the newest first. */
  readonly studies: () => Promise<readonly Pick<Study, 'id' | 'title' | 'mode' | 'versionIds'>[]>;
  /** All versions; asked for only where there are studies. */
  readonly versions: () => Promise<readonly ModelVersion[]>;
  /** Tests claims on the votes of a study, as many answers as claims; undefined where a model has no votes there. */
  readonly assess: (
    study: string,
    claims: readonly VoteClaim[],
    test: VoteTest,
  ) => Promise<readonly (AssessedClaim | undefined)[]>;
}
