import { drawBelow } from '../random/draw-below.js';
import type { RandomNumbers } from '../random/xoshiro.js';

/** Rows of numbers that add up to a statistic, and the units (items or clusters of items) that have them. */
export interface UnitRows {
  /** Length of a row. */
  readonly width: number;
  /** Row r starts at r · width. */
  readonly rows: Float64Array;
  /** Of each unit its row; many units may share one. */
  readonly rowOf: Int32Array;
}

/** The rows of all units, added. */
export function sumRows({ width, rows, rowOf }: UnitRows): Float64Array {
  const times = new Float64Array(rows.length / width);
  for (const row of rowOf) times[row]! += 1;
  return weightedSum({ width, rows, times });
}

/** The sums of `rounds` samples of as many units, drawn with replacement (B. Efron, Annals of Statistics 7, 1979). */
export function* resampledSums(
  { width, rows, rowOf }: UnitRows,
  { rounds, random }: { readonly rounds: number; readonly random: RandomNumbers },
): Generator<Float64Array> {
  const times = new Float64Array(rows.length / width);
  for (let round = 0; round < rounds; round += 1) {
    times.fill(0);
    for (let unit = 0; unit < rowOf.length; unit += 1) times[rowOf[drawBelow(random, rowOf.length)]!]! += 1;
    yield weightedSum({ width, rows, times });
  }
}

function weightedSum({
  width,
  rows,
  times,
}: {
  readonly width: number;
  readonly rows: Float64Array;
  readonly times: Float64Array;
}): Float64Array {
  const sums = new Float64Array(width);
  for (let row = 0; row < times.length; row += 1) {
    const weight = times[row]!;
    if (weight === 0) continue;
    for (let column = 0; column < width; column += 1) sums[column]! += weight * rows[row * width + column]!;
  }
  return sums;
}
