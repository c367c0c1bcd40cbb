import { formatCount, formatPercent } from '../../format/format-number.js';
import type { Messages } from '../../messages/messages.js';
import type { WeakSpot } from './calls.js';

/** A line about a weak spot, and the sources that say so. */
export interface WeakSpotText {
  readonly text: string;
  readonly sources: readonly string[];
}

/** A weak spot in words; a licence's conditions take a line each. */
export function weakSpotTexts(spot: WeakSpot, messages: Messages, language: string): readonly WeakSpotText[] {
  if (spot.code === 'contaminated') {
    const { statement, sources } = spot.contamination;
    return [{ text: messages.advise.weakSpots.contaminated(spot.benchmark, statement), sources }];
  }
  return linesOf(spot, messages, language).map((text) => ({ text, sources: [] }));
}

function linesOf(
  spot: Exclude<WeakSpot, { readonly code: 'contaminated' }>,
  { advise, areas, areasInSentences }: Messages,
  language: string,
): readonly string[] {
  const { weakSpots: texts, needNames, votes } = advise;
  switch (spot.code) {
    case 'votes-contradict':
      return [votes.weakSpot(formatPercent(spot.winRate, 1), formatCount(spot.votes, language), spot.study.title)];
    case 'underpowered':
      return [texts.underpowered(areas[spot.area], spot.halfWidth.toFixed(3), formatCount(spot.documents, language))];
    case 'contamination-not-checked':
      return [texts.contaminationNotChecked(spot.benchmarks)];
    case 'single-run':
      return [texts.singleRun(spot.tasks)];
    case 'part-of-task':
      return [texts.partOfTask(spot.tasks)];
    case 'failed-documents': {
      const text = spot.of === 'reference' ? texts.failedDocumentsOfReference : texts.failedDocuments;
      return [text(formatCount(spot.failed, language), formatCount(spot.documents, language), spot.task)];
    }
    case 'other-quantization':
      return [texts.otherQuantization(spot.measured, spot.deployed)];
    case 'quantization-unknown':
      return [texts.quantizationUnknown];
    case 'no-chat-template':
      return [texts.noChatTemplate(spot.tasks)];
    case 'languages-not-measured':
      return [texts.languagesNotMeasured(areas[spot.area], spot.languages)];
    case 'one-benchmark':
      return [texts.oneBenchmark(areas[spot.area], spot.benchmark)];
    case 'areas-not-measured':
      return [texts.areasNotMeasured(spot.areas.map((area) => areasInSentences[area]))];
    case 'conditions':
      return spot.conditions.map(({ text, from }) => texts.condition(text, from));
    case 'teacher-terms':
      return [texts.teacher(spot.teacher)];
    case 'hosted':
      return [texts.hosted];
    case 'licence-unknown':
      return [texts.licenceUnknown];
    case 'base-model':
      return [texts.baseModel];
    case 'facts-unknown':
      return [texts.factsUnknown(spot.needs.map((need) => needNames[need]))];
    default:
      return spot satisfies never;
  }
}
