import type { CapabilityColumn, CapabilityScore, CapabilityVerdict } from './capability-map.js';
import { differenceInterval } from './difference.js';

/** What a column says of a model against a reference: above means better, where less is better too. */
export function compareScores(
  { origin, higherIsBetter }: Pick<CapabilityColumn, 'origin' | 'higherIsBetter'>,
  model: CapabilityScore,
  reference: CapabilityScore,
): CapabilityVerdict {
  const difference = model.value - reference.value;
  const lead = higherIsBetter ? difference : -difference;
  if (origin === 'published') {
    const kind = lead > 0 ? 'higher-as-published' : lead < 0 ? 'lower-as-published' : 'equal-as-published';
    return { kind, difference };
  }
  if (model.interval === undefined || reference.interval === undefined) return { kind: 'unknown-error', difference };
  const { interval } = differenceInterval(
    { value: model.value, interval: model.interval },
    { value: reference.value, interval: reference.interval },
  );
  const [isAbove, isBelow] = higherIsBetter
    ? [interval.lower > 0, interval.upper < 0]
    : [interval.upper < 0, interval.lower > 0];
  return { kind: isAbove ? 'above' : isBelow ? 'below' : 'within-noise', difference, interval };
}
