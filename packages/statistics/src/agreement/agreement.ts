import type { Annotations } from './annotations.js';
import {
  estimateMeasures,
  type AgreementEstimate,
  type AgreementOptions,
  type ItemKinds,
} from './estimate-measures.js';
import type { ItemCounts } from './item-counts.js';
import { kindsOfRows } from './item-kinds.js';
import { countLabels } from './label-counts.js';
import {
  alphaBetween,
  cohenKappa,
  exactBetween,
  nonTieBetween,
  tieDiscountedBetween,
  type TwoGroups,
} from './measures-between.js';
import { alphaWithin, exactWithin, fleissKappa, nonTieWithin, tieDiscountedWithin } from './measures-within.js';
import { tieRates, type TieRate } from './tie-rates.js';

/** How far raters agree. A tie-discounted figure rewards saying tie, so read it beside `nonTie`, `tieRates` and a corrected one. */
export interface Agreement {
  /** Pairs of annotations of one item by two raters. */
  readonly comparisons: number;
  /** Annotations left out because their rater had labelled the item before. */
  readonly repeated: number;
  /** Share of pairs with the same label, ties being a label (S1 of MT-bench's table 5). */
  readonly exact: AgreementEstimate;
  /** The same label 1, a tie against a decision ½ (LIMA). */
  readonly tieDiscounted: AgreementEstimate;
  /** Share with the same label among pairs without a tie (S2 of MT-bench's table 5). */
  readonly nonTie: AgreementEstimate;
  readonly kappa: AgreementEstimate & {
    /** Cohen's of two raters (or of two groups), Fleiss' of more. */
    readonly kind: 'cohen' | 'fleiss';
  };
  /** Krippendorff's for nominal labels. */
  readonly alpha: AgreementEstimate;
  /** Of each rater who labelled anything; between two sets those of the first, then those of the second. */
  readonly tieRates: readonly (readonly TieRate[])[];
}

/** The agreement of raters with each other: over unordered pairs of raters within an item. */
export function agreementWithin(annotations: Annotations, options: AgreementOptions = {}): Agreement {
  const { labels, tie } = annotations;
  const { ofItems, ofRaters, repeated } = countLabels(annotations);
  const kinds = kindsOfRows(ofItems, labels);
  const estimates = estimateMeasures(
    kinds,
    {
      exact: exactWithin,
      tieDiscounted: tieDiscountedWithin(tie),
      nonTie: nonTieWithin(tie),
      kappa: fleissKappa,
      alpha: alphaWithin,
    },
    options,
  );
  const rates = tieRates({ ofRaters, labels, tie }, options.confidence);
  const [first, second] = rates.map(({ rater }) => rater);
  const isTwo = rates.length === 2 && first !== undefined && second !== undefined;
  const kappa = isTwo
    ? { ...cohenOfTwo(annotations, [first, second], options), kind: 'cohen' as const }
    : { ...estimates.kappa, kind: 'fleiss' as const };
  return { ...estimates, kappa, comparisons: estimates.exact.count, repeated, tieRates: [rates] };
}

/**
 * The agreement of one set of annotations with another of the same items, labels and tie: over pairs of one rater of the first and one of
 * the second set within an item. A rater may be in both, e.g. a judge who has seen the answers in either order.
 */
export function agreementBetween(first: Annotations, second: Annotations, options: AgreementOptions = {}): Agreement {
  const { labels, tie } = first;
  const counts = [countLabels(first), countLabels(second)] as const;
  const { kappa, ...estimates } = estimateMeasures(
    kindsOfTwo(counts[0].ofItems, counts[1].ofItems, labels),
    {
      exact: exactBetween,
      tieDiscounted: tieDiscountedBetween(tie),
      nonTie: nonTieBetween(tie),
      kappa: cohenKappa,
      alpha: alphaBetween,
    },
    options,
  );
  return {
    ...estimates,
    kappa: { ...kappa, kind: 'cohen' },
    comparisons: estimates.exact.count,
    repeated: counts[0].repeated + counts[1].repeated,
    tieRates: counts.map(({ ofRaters }) => tieRates({ ofRaters, labels, tie }, options.confidence)),
  };
}

/** Cohen's kappa of the only two raters of a set. */
function cohenOfTwo(
  annotations: Annotations,
  raters: readonly [number, number],
  options: AgreementOptions,
): AgreementEstimate {
  const [first, second] = raters.map((rater) => countLabels(annotationsOf(annotations, rater)).ofItems);
  if (first === undefined || second === undefined) throw new TypeError('two raters make two tables');
  return estimateMeasures(kindsOfTwo(first, second, annotations.labels), { kappa: cohenKappa }, options).kappa;
}

function annotationsOf(annotations: Annotations, of: number): Annotations {
  const isOf = (_: number, index: number): boolean => annotations.rater[index] === of;
  return {
    ...annotations,
    item: annotations.item.filter(isOf),
    rater: annotations.rater.filter(isOf),
    label: annotations.label.filter(isOf),
  };
}

/** Groups items by the counts of both sets. */
function kindsOfTwo(first: Float64Array, second: Float64Array, labels: number): ItemKinds<TwoGroups> {
  const both = new Float64Array(2 * first.length);
  for (let item = 0; item * labels < first.length; item += 1) {
    both.set(first.subarray(item * labels, (item + 1) * labels), 2 * item * labels);
    both.set(second.subarray(item * labels, (item + 1) * labels), (2 * item + 1) * labels);
  }
  const { kinds, of } = kindsOfRows(both, 2 * labels);
  const halves = (row: ItemCounts): TwoGroups => {
    const counts = Array.from(row);
    return { first: counts.slice(0, labels), second: counts.slice(labels) };
  };
  return { kinds: kinds.map(halves), of };
}
