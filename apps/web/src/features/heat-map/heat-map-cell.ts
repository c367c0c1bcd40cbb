import { formatNumber, formatPercent, formatSigned } from '../../format/format-number.js';
import { countColour, divergingColour } from '../../plots/diverging-colour.js';
import type { HeatMapKind } from './heat-map-search.js';

/** Below so many votes a cell is hatched: its number says little. */
export const FEW_VOTES = 10;

/** A cell as it is shown. */
export interface ShownCell {
  readonly text: string;
  /** CSS colour; null: none. */
  readonly background: string | null;
  readonly isHatched: boolean;
}

/** How a cell looks. Win rates diverge from ½, residuals (standard deviations) from 0; predictions rest on the fit, not on the pair's votes. */
export function showCell(kind: HeatMapKind, value: number | null, votes: number, mostVotes: number): ShownCell {
  if (value === null) return { text: '', background: null, isHatched: false };
  const isHatched = votes < FEW_VOTES && kind !== 'predicted';
  switch (kind) {
    case 'actual':
    case 'predicted':
      return { text: formatPercent(value), background: divergingColour(value, { middle: 0.5, reach: 0.5 }), isHatched };
    case 'residual':
      return { text: formatSigned(value, 1), background: divergingColour(value, { middle: 0, reach: 3 }), isHatched };
    case 'count':
      return { text: formatNumber(value), background: countColour(value, mostVotes), isHatched };
    default:
      return kind satisfies never;
  }
}
