import type { Messages } from '../../../messages/messages.js';
import type { Sample } from '../calls.js';

type Reason = Sample['explanation']['metrics'][number]['reason'];

/** Why a metric has its value, in words. */
export function reasonText(reason: Reason, right: readonly number[] | null, texts: Messages['samples']): string {
  const { reasons } = texts;
  switch (reason.kind) {
    case 'choice': {
      const isRight = right === null ? null : right.includes(reason.chosen);
      const taken = reasons.choice(texts.measures[reason.measure], reason.chosen + 1, isRight);
      return reason.agrees ? taken : `${taken} ${reasons.disagrees}`;
    }
    case 'comparison':
      return reason.comparisons.some(({ isEqual }) => isEqual) ? reasons.equal : reasons.notEqual;
    case 'rolling':
      return reasons.rolling[reason.unit];
    case 'function':
      return reasons.function(reason.name);
    case 'greedy-choice':
      return reasons.greedyChoice;
    case 'classes':
      return reasons.classes;
    case 'distribution':
      return reasons.distribution;
    case 'greedy-target':
      return reasons.greedyTarget;
    case 'log-probability':
      return reasons.logProbability;
    case 'bypass':
      return reasons.bypass;
    case 'unknown':
      return reasons.unknown;
    default:
      return reason satisfies never;
  }
}
