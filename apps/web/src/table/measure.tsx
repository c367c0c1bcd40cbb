import type { ReactNode } from 'react';
import { formatInterval, formatNumber, formatPercent } from '../format/format-number.js';
import { WithInterval } from './with-interval.js';

/** A measured value with its 95% interval and how many it rests on. */
export interface Measured {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly count: number;
}

const boundsOf = (measure: Measured): { readonly lower: number; readonly upper: number } | null =>
  measure.lower === null || measure.upper === null ? null : { lower: measure.lower, upper: measure.upper };

/** A share in per cent with its interval. */
export function ShareMeasure(props: { readonly measure: Measured; readonly decimals?: number }): ReactNode {
  const { measure, decimals = 0 } = props;
  const percent = (share: number): string => formatPercent(share, decimals);
  return (
    <WithInterval value={percent(measure.value ?? Number.NaN)} interval={formatInterval(boundsOf(measure), percent)} />
  );
}

const toHundredths = (value: number): string => formatNumber(value, 2);

/** A coefficient (kappa, alpha) with its interval. */
export function CoefficientMeasure(props: { readonly measure: Measured }): ReactNode {
  return (
    <WithInterval
      value={toHundredths(props.measure.value ?? Number.NaN)}
      interval={formatInterval(boundsOf(props.measure), toHundredths)}
    />
  );
}

/** What is saved of a measure beside its value. */
export function savedMeasure(key: string, measure: Measured): Readonly<Record<string, number | null>> {
  return { [`${key}_lower`]: measure.lower, [`${key}_upper`]: measure.upper, [`${key}_n`]: measure.count };
}
