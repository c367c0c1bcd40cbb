import { sizeOf, type ItemCounts } from './item-counts.js';
import { correctedForChance, nominalAlpha, shareOfPairs, type Measure } from './measure.js';

/** One item as two groups of raters labelled it. A pair is one rater of each. */
export interface TwoGroups {
  readonly first: ItemCounts;
  readonly second: ItemCounts;
}

const allPairs = ({ first, second }: TwoGroups): number => sizeOf(first) * sizeOf(second);
const countOf = (counts: ItemCounts, label: number | undefined): number => (label === undefined ? 0 : counts[label]!);

function alikePairs({ first, second }: TwoGroups, without?: number): number {
  let pairs = 0;
  for (let label = 0; label < first.length; label += 1) if (label !== without) pairs += first[label]! * second[label]!;
  return pairs;
}

/** Share of pairs that gave the same label. */
export const exactBetween: Measure<TwoGroups> = shareOfPairs(
  (item) => ({ agreeing: alikePairs(item), pairs: allPairs(item) }),
  allPairs,
);

/** The same, but a tie against a decision counts ½. */
export function tieDiscountedBetween(tie: number | undefined): Measure<TwoGroups> {
  return shareOfPairs((item) => {
    const first = countOf(item.first, tie);
    const second = countOf(item.second, tie);
    const halves = first * (sizeOf(item.second) - second) + second * (sizeOf(item.first) - first);
    return { agreeing: alikePairs(item) + halves / 2, pairs: allPairs(item) };
  }, allPairs);
}

/** Share of the pairs in which neither rater said tie. */
export function nonTieBetween(tie: number | undefined): Measure<TwoGroups> {
  return shareOfPairs(
    (item) => ({
      agreeing: alikePairs(item, tie),
      pairs: (sizeOf(item.first) - countOf(item.first, tie)) * (sizeOf(item.second) - countOf(item.second, tie)),
    }),
    allPairs,
  );
}

/**
 * Cohen's kappa over all pairs, each group taken as one rater (J. Cohen, Educational and Psychological Measurement 20, 1960): with one
 * rater in each it is his own figure.
 */
export const cohenKappa: Measure<TwoGroups> = {
  isProportion: false,
  row(item, weighting) {
    const pairs = allPairs(item);
    if (pairs === 0) return [];
    const weight = weighting === 'items' ? 1 / pairs : 1;
    const first = Array.from(item.first);
    const second = Array.from(item.second);
    return [pairs, ...first.flatMap((a) => second.map((b) => a * b * weight))];
  },
  value(sums) {
    const table = Array.from(sums).slice(1);
    const labels = Math.round(Math.sqrt(table.length));
    const all = table.reduce((sum, cell) => sum + cell, 0);
    let observed = 0;
    let expected = 0;
    for (let label = 0; label < labels; label += 1) {
      observed += table[label * labels + label]! / all;
      const row = table.slice(label * labels, (label + 1) * labels).reduce((sum, cell) => sum + cell, 0);
      const column = table.reduce((sum, cell, index) => (index % labels === label ? sum + cell : sum), 0);
      expected += (row / all) * (column / all);
    }
    return correctedForChance(observed, expected);
  },
};

/**
 * Nominal alpha of which each pair is a unit of two labels: with one rater in each group it is the ordinary alpha of the two. It leaves
 * out how well each group agrees within itself. It counts labels, two a pair.
 */
export const alphaBetween: Measure<TwoGroups> = {
  isProportion: false,
  row(item, weighting) {
    const pairs = allPairs(item);
    if (pairs === 0) return [];
    const weight = weighting === 'items' ? 1 / pairs : 1;
    const sizes = { first: sizeOf(item.first), second: sizeOf(item.second) };
    const totals = Array.from(item.first, (count, label) => count * sizes.second + item.second[label]! * sizes.first);
    return [2 * pairs, 2 * alikePairs(item) * weight, ...totals.map((total) => total * weight)];
  },
  value: (sums) => nominalAlpha(sums[1]!, Array.from(sums).slice(2)),
};
