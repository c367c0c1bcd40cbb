import type { AgreementEstimate, Interval } from '@understudy/statistics';
import { groupValue } from '../battles/group-value.js';
import type { BattleAgreement } from './measure-agreement.js';
import type { AgreementGroup } from './measure-agreement-by.js';

/** Agreement as data, in the names of the JSON that is printed and sent. */
export function agreementRecord(agreement: BattleAgreement) {
  const { comparisons, exact, tieDiscounted, nonTie, kappa, alpha } = agreement;
  const { between, repeated, judges, votes, tieRates, bootstrap } = agreement;
  return {
    comparisons,
    exact: measure(exact),
    tie_discounted: measure(tieDiscounted),
    non_tie: measure(nonTie),
    kappa: { ...measure(kappa), kind: kappa.kind },
    alpha: measure(alpha),
    between,
    votes,
    judges,
    repeated,
    bootstrap,
    tie_rates: tieRates.map(({ set, judge, count, ties, rate, interval }) => ({
      set,
      judge,
      count,
      ties,
      rate,
      ...ends(interval),
    })),
  };
}

/** One record a value of the column. */
export function agreementByRecord(by: string, groups: readonly AgreementGroup[]) {
  return {
    by,
    tables: groups.map(({ value, agreement }) => ({ value: groupValue(value), ...agreementRecord(agreement) })),
  };
}

function measure({ value, interval, count }: AgreementEstimate) {
  return { value: value ?? null, ...ends(interval), count };
}

function ends(interval: Interval | undefined) {
  return { lower: interval?.lower ?? null, upper: interval?.upper ?? null };
}
