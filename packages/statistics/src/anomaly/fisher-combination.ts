import { chiSquarePValue } from '../chi-square.js';

/** Fisher's combination of independent p-values. */
export interface FisherCombination {
  /** −2 Σ ln p, a chi-square variable with 2k degrees of freedom where nothing is the matter. */
  readonly statistic: number;
  readonly pValue: number;
}

/** Combines p-values (R. A. Fisher, Statistical methods for research workers, 4th ed. 1932, §21.1). 1 for none. */
export function fisherCombination(pValues: readonly number[]): FisherCombination {
  const statistic = pValues.reduce((sum, pValue) => sum - 2 * Math.log(pValue), 0);
  return { statistic, pValue: pValues.length === 0 ? 1 : chiSquarePValue(statistic, 2 * pValues.length) };
}
