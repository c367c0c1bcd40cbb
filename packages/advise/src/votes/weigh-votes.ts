import type { Answer } from '../advice/advice.js';
import type { AdvisedModel } from '../advice/advised-model.js';
import { planStudy, type StudyPlan } from './plan-study.js';
import type { FoundVotes } from './read-votes.js';
import type { VoteEvidence } from './vote-evidence.js';
import { answeredModels, votesOnModel } from './votes-on-answer.js';

/** What the votes stand beside. */
export interface VoteContext extends StudyPlan {
  /** The models of the advice, in its order. */
  readonly models: readonly AdvisedModel[];
  readonly answer: Answer;
}

/** The votes as an advice has them: in its order, with what they say of the answer. */
export function weighVotes({ pairs: found, unknown }: FoundVotes, context: VoteContext): VoteEvidence {
  const { models, answer, test } = context;
  const pairs = models.flatMap((model) =>
    found
      .filter(({ candidate }) => candidate === model.id)
      .toSorted((a, b) => b.overall.votes - a.overall.votes)
      .map(({ study, version, referenceVersion, overall, aspects }) => {
        return { model, study, version, referenceVersion, overall, aspects };
      }),
  );
  const answered = answeredModels(answer);
  const ofAnswer = answered.flatMap((model) => votesOnModel(model, pairs) ?? []);
  const [first] = answered;
  const next = first === undefined || ofAnswer.length > 0 ? null : planStudy(first, context);
  return { ...test, pairs, unknown, ofAnswer, next };
}
