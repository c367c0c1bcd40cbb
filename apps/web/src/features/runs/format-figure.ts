import { formatNumber } from '../../format/format-number.js';
import type { Figure } from './calls.js';

const WORDS = { Infinity: '+∞', '-Infinity': '−∞', NaN: 'NaN' } as const;

/** A figure with a fixed count of decimals; what is not finite as its sign. */
export function formatFigure(figure: Figure | null | undefined, decimals: number): string {
  return typeof figure === 'string' ? WORDS[figure] : formatNumber(figure, decimals);
}

/** A figure as a number again, e.g. to be sorted by. */
export function figureValue(figure: Figure): number {
  return Number(figure);
}
