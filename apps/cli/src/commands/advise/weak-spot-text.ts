import type { WeakSpot } from '@understudy/advise';
import type { Messages } from '../../messages/messages.js';
import { formatCount } from '../../terminal/format-count.js';
import { shortList } from '../../terminal/short-list.js';

/** A weak spot; a licence's conditions take a line each. */
export function weakSpotTexts(
  spot: WeakSpot,
  { weakSpots: texts, needs, areas, votes }: Messages['advise'],
): readonly string[] {
  switch (spot.code) {
    case 'votes-contradict':
      return [votes.weakSpot(`${(100 * spot.winRate).toFixed(1)}%`, formatCount(spot.votes), spot.study.id)];
    case 'underpowered':
      return [texts.underpowered(areas[spot.area], spot.halfWidth.toFixed(3), formatCount(spot.documents))];
    case 'contaminated':
      return [texts.contaminated(spot.benchmark, spot.contamination.statement, spot.contamination.sources)];
    case 'contamination-not-checked':
      return [texts.contaminationNotChecked(spot.benchmarks)];
    case 'single-run':
      return [texts.singleRun([shortList(spot.tasks)])];
    case 'part-of-task':
      return [texts.partOfTask([shortList(spot.tasks)])];
    case 'failed-documents': {
      const text = spot.of === 'reference' ? texts.failedDocumentsOfReference : texts.failedDocuments;
      return [text(formatCount(spot.failed), formatCount(spot.documents), spot.task)];
    }
    case 'other-quantization':
      return [texts.otherQuantization(spot.measured, spot.deployed)];
    case 'quantization-unknown':
      return [texts.quantizationUnknown];
    case 'no-chat-template':
      return [texts.noChatTemplate([shortList(spot.tasks)])];
    case 'languages-not-measured':
      return [texts.languagesNotMeasured(areas[spot.area], spot.languages)];
    case 'one-benchmark':
      return [texts.oneBenchmark(areas[spot.area], spot.benchmark)];
    case 'areas-not-measured':
      return [texts.areasNotMeasured(spot.areas.map((area) => areas[area]))];
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
      return [texts.factsUnknown(spot.needs.map((need) => needs[need]))];
    default:
      return spot satisfies never;
  }
}
