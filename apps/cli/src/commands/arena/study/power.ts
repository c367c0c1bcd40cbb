import { nonInferiorityVotes, QUESTION_INFLATION, ratingHalfWidth, SUPPOSED_TIE_RATE } from '@understudy/statistics';

/** Margins in win rate for which a claim "can stand in for" is reckoned. */
const MARGINS = [0.05, 0.1] as const;

/** What so many votes can show, before anyone votes. */
export interface StudyPower {
  readonly models: number;
  readonly votes: number;
  readonly tieRate: number;
  /** 95% half-width of a rating in Elo points, if all votes were independent, and if votes on a question go together as measured elsewhere. */
  readonly halfWidth: number;
  readonly clusteredHalfWidth: number;
  readonly votesPerPair: number;
  /** Votes on one pair for 80% power to show that one is not inferior to the other, clustered by question. */
  readonly nonInferiority: readonly {
    readonly margin: number;
    readonly votesOnPair: number;
    readonly isReached: boolean;
  }[];
}

/** Reckons what a plan can show. */
export function studyPower({ models, votes }: { readonly models: number; readonly votes: number }): StudyPower {
  const plan = { models, tieRate: SUPPOSED_TIE_RATE };
  const votesPerPair = votes / ((models * (models - 1)) / 2);
  return {
    models,
    votes,
    tieRate: SUPPOSED_TIE_RATE,
    halfWidth: ratingHalfWidth(plan, votes),
    clusteredHalfWidth: ratingHalfWidth({ ...plan, inflation: QUESTION_INFLATION }, votes),
    votesPerPair,
    nonInferiority: MARGINS.map((margin) => {
      const votesOnPair = Math.ceil(
        nonInferiorityVotes({ margin, tieRate: SUPPOSED_TIE_RATE, inflation: QUESTION_INFLATION }),
      );
      return { margin, votesOnPair, isReached: votesPerPair >= votesOnPair };
    }),
  };
}
