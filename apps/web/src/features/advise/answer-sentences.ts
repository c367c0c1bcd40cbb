import type { Messages } from '../../messages/messages.js';
import type { Advice } from './calls.js';
import { reasonsText } from './reason-text.js';
import { voteSentences } from './vote-sentences.js';

type Answer = Advice['answer'];

/** The answer in a few sentences, the most important first. */
export function answerSentences(advice: Advice, messages: Messages, language: string): readonly string[] {
  const { answer, reference, notKnown } = advice;
  const might = notKnown.length > 0 ? [messages.advise.mightBe(notKnown.length)] : [];
  const votes = voteSentences(advice, messages, language);
  return [...sentences(answer, reference.name, messages, language), ...votes, ...might];
}

function sentences(answer: Answer, reference: string, messages: Messages, language: string): readonly string[] {
  const { advise, areasInSentences: areas } = messages;
  switch (answer.kind) {
    case 'stand-in': {
      const names = answer.standsInFor.map((area) => areas[area]);
      const others = answer.others.map(({ area, model }) => advise.otherStandsIn(model.name, areas[area]));
      return [advise.standsIn(answer.model.name, reference, names), ...openAreas(answer, messages), ...others];
    }
    case 'none-shown':
      return [advise.noneShown(answer.model.name, reference), ...openAreas(answer, messages)];
    case 'not-compared': {
      const { measured, published } = answer;
      return [
        advise.notCompared[answer.because](reference),
        ...(measured === null ? [] : [advise.bestMeasured(measured.name)]),
        ...(published === null ? [] : [advise.bestPublished(published.name)]),
      ];
    }
    case 'nothing-admissible': {
      const { nearest } = answer;
      const miss =
        nearest === null ? [] : [advise.nearest(nearest.name, reasonsText(nearest.findings, messages, language))];
      return [advise.nothingAdmissible, ...miss];
    }
    default:
      return answer satisfies never;
  }
}

function openAreas(
  answer: Extract<Answer, { readonly kind: 'stand-in' | 'none-shown' }>,
  { advise, areasInSentences: areas }: Messages,
): readonly string[] {
  const said = [
    [answer.fallsShortIn, advise.fallsShort],
    [answer.tooFewSamplesFor, advise.tooFewSamples],
    [answer.publishedOnlyFor, advise.publishedOnly],
    [answer.notMeasuredFor, advise.notMeasured],
  ] as const;
  return said.flatMap(([of, say]) => (of.length > 0 ? [say(of.map((area) => areas[area]))] : []));
}
