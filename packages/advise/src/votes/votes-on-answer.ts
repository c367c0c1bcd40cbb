import type { Answer } from '../advice/advice.js';
import type { AdvisedModel } from '../advice/advised-model.js';
import type { VotedPair, VotesOnAnswer } from './vote-evidence.js';

/** The models that an answer names, each once. */
export function answeredModels(answer: Answer): readonly AdvisedModel[] {
  const named = namedBy(answer);
  return named.filter(({ id }, at) => named.findIndex((other) => other.id === id) === at);
}

function namedBy(answer: Answer): readonly AdvisedModel[] {
  switch (answer.kind) {
    case 'stand-in':
      return [answer.model, ...answer.others.map(({ model }) => model)];
    case 'none-shown':
      return [answer.model];
    case 'not-compared':
      return [answer.measured, answer.published].filter((model) => model !== null);
    case 'nothing-admissible':
      return [];
    default:
      return answer satisfies never;
  }
}

/** What all studies together say of a model: never pooled, as each has questions and people of its own. Undefined without votes. */
export function votesOnModel(model: AdvisedModel, pairs: readonly VotedPair[]): VotesOnAnswer | undefined {
  const own = pairs.filter((pair) => pair.model.id === model.id).toSorted((a, b) => b.overall.votes - a.overall.votes);
  const decided = own.filter(({ overall }) => overall.outcome !== 'undecided');
  const [first] = decided.length > 0 ? decided : own;
  if (first === undefined) return undefined;
  const { study, overall } = first;
  const isDivided = decided.some((pair) => pair.overall.outcome !== overall.outcome);
  return { model, outcome: isDivided ? 'divided' : overall.outcome, study, overall };
}
