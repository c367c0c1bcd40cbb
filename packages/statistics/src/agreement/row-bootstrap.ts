import { drawBelow } from '../random/draw-below.js';
import { drawPoisson, poissonTable } from '../random/poisson.js';
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

/** From so many units on they are drawn by the Poisson bootstrap. */
const MANY_UNITS = 1000;

/** The rows of all units, added. */
export function sumRows({ width, rows, rowOf }: UnitRows): Float64Array {
  return weightedSum({ width, rows, times: unitsOfRows({ width, rows, rowOf }) });
}

/**
 * The sums of `rounds` samples of as many units, drawn with replacement (B. Efron, Annals of Statistics 7, 1979). Of many units each is taken
 * a Poisson(1) number of times instead, so that the units of one row are drawn at once (J. Hanley, B. MacGibbon, Creating non-parametric
 * bootstrap samples using Poisson frequencies, Computer Methods and Programs in Biomedicine 83, 2006): for shares, in which the number of units
 * cancels, it is as good.
 */
export function* resampledSums(
  units: UnitRows,
  { rounds, random }: { readonly rounds: number; readonly random: RandomNumbers },
): Generator<Float64Array> {
  const { width, rows, rowOf } = units;
  const times = new Float64Array(rows.length / width);
  const draw = rowOf.length < MANY_UNITS ? unitByUnit(units, random) : rowByRow(units, random);
  for (let round = 0; round < rounds; round += 1) {
    draw(times);
    yield weightedSum({ width, rows, times });
  }
}

/** Number of units that have each row. */
function unitsOfRows({ width, rows, rowOf }: UnitRows): Float64Array {
  const units = new Float64Array(rows.length / width);
  for (const row of rowOf) units[row]! += 1;
  return units;
}

/** Sets how often each row comes up among as many units drawn. */
type DrawTimes = (times: Float64Array) => void;

function unitByUnit({ rowOf }: UnitRows, random: RandomNumbers): DrawTimes {
  return (times) => {
    times.fill(0);
    for (let unit = 0; unit < rowOf.length; unit += 1) times[rowOf[drawBelow(random, rowOf.length)]!]! += 1;
  };
}

function rowByRow(units: UnitRows, random: RandomNumbers): DrawTimes {
  const sizes = unitsOfRows(units);
  const tables = new Map(Array.from(new Set(sizes), (size) => [size, size > 0 ? poissonTable(size) : undefined]));
  const tableOf = Array.from(sizes, (size) => tables.get(size));
  return (times) => {
    for (const [row, table] of tableOf.entries()) times[row] = table === undefined ? 0 : drawPoisson(table, random);
  };
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
