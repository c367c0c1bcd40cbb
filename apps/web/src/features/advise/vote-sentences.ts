import { formatCount, formatPercent } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import type { Advice } from './calls.js';

/** What people's votes say of the models that the answer names: a sentence each. */
export function voteSentences(
  { votes, answer, reference }: Advice,
  { advise: { votes: texts } }: Messages,
  language: string,
): readonly string[] {
  const isStandIn = answer.kind === 'stand-in';
  return votes.ofAnswer.map(({ model: { name }, outcome, overall }) => {
    const count = formatCount(overall.votes, language);
    const questions = formatCount(overall.questions, language);
    const said = [name, reference.name, formatPercent(overall.winRate, 1), count, questions] as const;
    switch (outcome) {
      case 'non-inferior':
        return isStandIn ? texts.agree(...said) : texts.standsIn(...said);
      case 'inferior':
        return isStandIn ? texts.contradict(...said) : texts.fallsShort(...said);
      case 'divided':
        return texts.divided(name);
      case 'undecided': {
        const { votesNeeded } = overall;
        if (votesNeeded === null) return texts.tooFew(name, count, questions);
        return texts.tooFewWouldDo(name, count, questions, formatCount(votesNeeded, language));
      }
      default:
        return outcome satisfies never;
    }
  });
}
