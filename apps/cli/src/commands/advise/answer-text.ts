import type { Advice, Answer } from '@understudy/advise';
import type { Area } from '@understudy/catalog';
import type { Messages } from '../../messages/messages.js';
import { reasonsText } from './reason-text.js';
import { voteSentences } from './votes-text.js';

type Texts = Messages['advise'];

/** The answer in a few sentences. */
export function answerText(advice: Advice, texts: Texts): string {
  const { answer, reference, notKnown } = advice;
  const might = notKnown.length > 0 ? [texts.mightBe(notKnown.length)] : [];
  return [...sentences(answer, reference.name, texts), ...voteSentences(advice, texts), ...might].join('\n');
}

function sentences(answer: Answer, reference: string, texts: Texts): readonly string[] {
  switch (answer.kind) {
    case 'stand-in': {
      const others = answer.others.map(({ area, model }) => texts.otherStandsIn(model.name, texts.areas[area]));
      return [
        texts.standsIn(answer.model.name, reference, namesOf(answer.standsInFor, texts)),
        ...openAreas(answer, texts),
        ...others,
      ];
    }
    case 'none-shown':
      return [texts.noneShown(answer.model.name, reference), ...openAreas(answer, texts)];
    case 'not-compared': {
      const { measured, published } = answer;
      return [
        texts.notCompared[answer.because](reference),
        ...(measured === null ? [] : [texts.bestMeasured(measured.name)]),
        ...(published === null ? [] : [texts.bestPublished(published.name)]),
      ];
    }
    case 'nothing-admissible': {
      const { nearest } = answer;
      const miss = nearest === null ? [] : [texts.nearest(nearest.name, reasonsText(nearest.findings, texts))];
      return [texts.nothingAdmissible, ...miss];
    }
    default:
      return answer satisfies never;
  }
}

function openAreas(answer: Extract<Answer, { kind: 'stand-in' | 'none-shown' }>, texts: Texts): readonly string[] {
  const { fallsShortIn, tooFewSamplesFor, publishedOnlyFor, notMeasuredFor } = answer;
  const said = [
    [fallsShortIn, texts.fallsShort],
    [tooFewSamplesFor, texts.tooFewSamples],
    [publishedOnlyFor, texts.publishedOnly],
    [notMeasuredFor, texts.notMeasured],
  ] as const;
  return said.flatMap(([areas, text]) => (areas.length > 0 ? [text(namesOf(areas, texts))] : []));
}

function namesOf(areas: readonly Area[], texts: Texts): readonly string[] {
  return areas.map((area) => texts.areas[area]);
}
