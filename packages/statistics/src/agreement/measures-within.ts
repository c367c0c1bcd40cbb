import { pairsAmong, sizeOf, type ItemCounts } from './item-counts.js';
import { correctedForChance, nominalAlpha, shareOfPairs, type Measure } from './measure.js';

/** Unordered pairs of raters who gave the same label. */
function alikePairs(counts: ItemCounts, without?: number): number {
  let pairs = 0;
  for (let label = 0; label < counts.length; label += 1) if (label !== without) pairs += pairsAmong(counts[label]!);
  return pairs;
}

const allPairs = (counts: ItemCounts): number => pairsAmong(sizeOf(counts));
const countOf = (counts: ItemCounts, label: number | undefined): number => (label === undefined ? 0 : counts[label]!);

/** Share of unordered pairs of raters that gave the same label. */
export const exactWithin: Measure<ItemCounts> = shareOfPairs(
  (counts) => ({ agreeing: alikePairs(counts), pairs: allPairs(counts) }),
  allPairs,
);

/** The same, but a tie against a decision counts ½ (C. Zhou et al., LIMA: Less is more for alignment, 2023, §4.1). */
export function tieDiscountedWithin(tie: number | undefined): Measure<ItemCounts> {
  return shareOfPairs((counts) => {
    const ties = countOf(counts, tie);
    return { agreeing: alikePairs(counts) + (ties * (sizeOf(counts) - ties)) / 2, pairs: allPairs(counts) };
  }, allPairs);
}

/** Share of the pairs in which neither rater said tie (L. Zheng et al., Judging LLM-as-a-judge, 2023, table 5, setup S2). */
export function nonTieWithin(tie: number | undefined): Measure<ItemCounts> {
  return shareOfPairs(
    (counts) => ({ agreeing: alikePairs(counts, tie), pairs: pairsAmong(sizeOf(counts) - countOf(counts, tie)) }),
    allPairs,
  );
}

/**
 * Fleiss' kappa over the items that two or more raters labelled, whose number may vary: the observed agreement is the mean over items of
 * the share of agreeing pairs (J. L. Fleiss, Psychological Bulletin 76, 1971, equations 2 and 3, with the item's own number of raters),
 * chance is Σ p² with p a label's share of all annotations of those items (equations 1 and 5). Weighted by items, p is the mean over items
 * of the label's share (K. L. Gwet, Handbook of inter-rater reliability, 4th ed. 2014, §2.4). Both are Fleiss' own figure where all items
 * have the same number of raters.
 */
export const fleissKappa: Measure<ItemCounts> = {
  isProportion: false,
  row(counts, weighting) {
    const size = sizeOf(counts);
    if (size < 2) return [];
    const weight = weighting === 'items' ? 1 / size : 1;
    return [1, alikePairs(counts) / pairsAmong(size), ...Array.from(counts, (count) => count * weight)];
  },
  value(sums) {
    const totals = Array.from(sums).slice(2);
    const all = totals.reduce((sum, total) => sum + total, 0);
    return correctedForChance(
      sums[1]! / sums[0]!,
      totals.reduce((sum, total) => sum + (total / all) ** 2, 0),
    );
  },
};

/** Nominal alpha over the items that two or more raters labelled; it counts labels. */
export const alphaWithin: Measure<ItemCounts> = {
  isProportion: false,
  row(counts, weighting) {
    const size = sizeOf(counts);
    if (size < 2) return [];
    const weight = weighting === 'items' ? 1 / size : 1;
    const agreement = (2 * alikePairs(counts)) / (size - 1);
    return [size, agreement * weight, ...Array.from(counts, (count) => count * weight)];
  },
  value: (sums) => nominalAlpha(sums[1]!, Array.from(sums).slice(2)),
};
