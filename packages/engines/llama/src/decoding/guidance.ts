import type { LogProbabilityReader } from '../context/log-probability.js';
import { argMax } from './arg-max.js';

/**
 * Puts scale · ln p(with) − (scale − 1) · ln p(without) into a row of logits (Sanchez et al. 2023, "Stay on topic with Classifier-Free
 * Guidance"; with scale = 1 + α context-aware decoding, Shi et al. 2023, eq. 3).
 */
export function guide(
  row: Float32Array,
  without: Float32Array,
  { scale, reader }: { readonly scale: number; readonly reader: LogProbabilityReader },
): void {
  const sum = reader.logSumExp(row, argMax(row));
  const sumWithout = reader.logSumExp(without, argMax(without));
  for (let token = 0; token < row.length; token += 1) {
    const other = (without[token] ?? 0) - sumWithout;
    row[token] = scale * ((row[token] ?? 0) - sum - other) + other;
  }
}
