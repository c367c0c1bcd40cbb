import type { Clusters } from '../comparisons/comparisons.js';
import { DEFAULT_CONFIDENCE, type Interval } from '../interval.js';
import { percentileInterval } from '../percentile-interval.js';
import { wilsonInterval } from '../wilson-interval.js';
import { seededRandom } from '../random/xoshiro.js';
import type { Measure, Weighting } from './measure.js';
import { resampledSums, sumRows, type UnitRows } from './row-bootstrap.js';
import { clusterRows, comparableUnits, layOut, unitsWith, type Span } from './unit-rows.js';

/** Rounds of the bootstrap where nothing else is said. */
const DEFAULT_ROUNDS = 1000;

/** How agreement is estimated. */
export interface AgreementOptions {
  /** Default `pairs`. */
  readonly weighting?: Weighting | undefined;
  /** Clusters of items, one entry an item, that are drawn as a whole, e.g. all items of one question; without it each item is drawn. */
  readonly clusters?: Clusters | undefined;
  /** Rounds of the bootstrap, 1,000 by default; 0 for no intervals. */
  readonly rounds?: number | undefined;
  /** Seed of the bootstrap, 0 by default; the same seed gives the same interval. */
  readonly seed?: number | undefined;
  /** 0.95 by default. */
  readonly confidence?: number | undefined;
}

/** A measure of agreement as estimated. */
export interface AgreementEstimate {
  /** Undefined where nothing can be compared, or where chance alone explains all. */
  readonly value: number | undefined;
  /** Undefined also where fewer than two items (or clusters) can be compared. */
  readonly interval: Interval | undefined;
  /** What was compared: pairs; items for Fleiss' kappa; labels for alpha. */
  readonly count: number;
}

/** The items of a study by kinds: those of one kind have the same labels, so their rows are computed once. */
export interface ItemKinds<Item> {
  readonly kinds: readonly Item[];
  /** The kind of each item. */
  readonly of: Int32Array;
}

/**
 * Estimates all measures at once: value, and interval by the percentile bootstrap over items (or clusters), all from the same samples. A
 * share that is 0 or 1 does not vary in a bootstrap; it has Wilson's interval of as many trials as there are items (clusters).
 */
export function estimateMeasures<Item, Name extends string>(
  { kinds, of }: ItemKinds<Item>,
  measures: Readonly<Record<Name, Measure<Item>>>,
  options: AgreementOptions = {},
): Readonly<Record<Name, AgreementEstimate>> {
  const { weighting = 'pairs', clusters, rounds = DEFAULT_ROUNDS, seed = 0, confidence = DEFAULT_CONFIDENCE } = options;
  const names = Object.keys(measures) as Name[];
  const layout = layOut(
    kinds,
    names.map((name) => measures[name]),
    weighting,
  );
  const ofItems: UnitRows = { ...layout, rowOf: of };
  const units = comparableUnits(clusters === undefined ? ofItems : clusterRows(ofItems, clusters));
  const resampled =
    units.rowOf.length < 2 ? [] : Array.from(resampledSums(units, { rounds, random: seededRandom(seed) }));
  const samples: Samples = { sums: sumRows(units), resampled, confidence };
  const entries = names.map((name, index): [Name, AgreementEstimate] => {
    const span = layout.spans[index]!;
    return [name, estimate(measures[name], { ...samples, span, trials: unitsWith(units, span.start) })];
  });
  return Object.fromEntries(entries) as Record<Name, AgreementEstimate>;
}

/** The added rows of all units, and those of each round of the bootstrap. */
interface Samples {
  readonly sums: Float64Array;
  readonly resampled: readonly Float64Array[];
  readonly confidence: number;
}

function estimate(
  measure: Pick<Measure<never>, 'value' | 'isProportion'>,
  { sums, resampled, confidence, span, trials }: Samples & { readonly span: Span; readonly trials: number },
): AgreementEstimate {
  const valueOf = (row: Float64Array): number =>
    row[span.start] === 0 ? Number.NaN : measure.value(row.subarray(span.start, span.end));
  const count = sums[span.start]!;
  const value = valueOf(sums);
  const varies = !measure.isProportion || (value > 0 && value < 1);
  const interval =
    varies || resampled.length === 0
      ? percentileInterval(resampled.map(valueOf), confidence)
      : wilsonInterval({ successes: value * trials, count: trials }, confidence);
  return Number.isNaN(value) ? { value: undefined, interval: undefined, count } : { value, interval, count };
}
