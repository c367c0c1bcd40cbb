import type { Candidate } from '../candidates/candidate.js';
import type { AreaBasis } from '../scores/area-basis.js';
import type { AreaVerdict } from '../verdict/area-verdict.js';
import type { NextMeasurement } from './next-measurement.js';
import { planMeasurement, type MeasurementPlan } from './plan-measurement.js';

/** Models of the shortlist that are planned for. */
const PLANNED_MODELS = 2;

/** A model of the shortlist with what is known and what is open. */
export interface OpenVerdicts {
  readonly candidate: Candidate;
  readonly verdicts: readonly AreaVerdict[];
}

/**
 * What to measure next for the first of the shortlist; where nobody was measured, for the model to begin with. Of measurements that several
 * models ask for alike each is told once.
 */
export async function planNext(
  shortlist: readonly OpenVerdicts[],
  unmeasured: Candidate | undefined,
  { bases, ...shared }: Omit<MeasurementPlan, 'candidate' | 'basis'> & { readonly bases: readonly AreaBasis[] },
): Promise<readonly NextMeasurement[]> {
  const nothing = unmeasured === undefined ? [] : [{ candidate: unmeasured, verdicts: bases.map(withoutAny) }];
  const plans: NextMeasurement[] = [];
  for (const { candidate, verdicts } of shortlist.length > 0 ? shortlist.slice(0, PLANNED_MODELS) : nothing) {
    for (const basis of bases) {
      const verdict = verdicts.find(({ area }) => area === basis.area);
      const plan = verdict && (await planMeasurement(verdict, { ...shared, candidate, basis }));
      if (plan !== undefined && !plans.some((earlier) => isAlike(earlier, plan))) plans.push(plan);
    }
  }
  return plans;
}

function withoutAny({ area }: AreaBasis): AreaVerdict {
  return { kind: 'not-measured', area, because: 'candidate-not-measured' };
}

function isAlike(a: NextMeasurement, b: NextMeasurement): boolean {
  return a.area === b.area && a.because === b.because && a.commands.join('\n') === b.commands.join('\n');
}
