import { HIDDEN } from './tree-bias.js';

/**
 * What is added to the attention scores of one new token a text, so that it sees no further back than its window: [texts, 1, 1,
 * columns]. `held` tokens of each text stand in the first columns, the new one behind them; the operator hides what follows.
 */
export function windowBias(held: Int32Array, columns: number, window: number | undefined): Float32Array {
  const bias = new Float32Array(held.length * columns);
  if (window === undefined) return bias;
  held.forEach((count, text) => {
    const line = text * columns;
    bias.fill(HIDDEN, line, line + Math.max(0, count - window + 1));
  });
  return bias;
}
