import { formatNumber } from '../../format/format-number.js';
import type { Figure, MetricValue } from './calls.js';

const WORDS = { Infinity: '+∞', '-Infinity': '−∞', NaN: 'NaN' } as const;

/** A figure with a fixed count of decimals; what is not finite as its sign. */
export function formatFigure(figure: Figure | null | undefined, decimals: number): string {
  return typeof figure === 'string' ? WORDS[figure] : formatNumber(figure, decimals);
}

/** A figure as a number again, e.g. to be sorted by. */
export function figureValue(figure: Figure): number {
  return Number(figure);
}

/** A metric of one sample: a number, or a pair as it is stored. */
export function formatMetric(value: MetricValue): string {
  if (value === null) return '–';
  if (typeof value !== 'object') return formatFigure(value, 4);
  const [first, second] = value;
  const rest = typeof second === 'object' ? second.map((each) => formatFigure(each, 4)) : [formatFigure(second, 4)];
  return [formatFigure(first, 4), ...rest].join(', ');
}
