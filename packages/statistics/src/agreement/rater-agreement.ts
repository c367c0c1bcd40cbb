import type { Annotations } from './annotations.js';
import { countLabels, firstOfRaters } from './label-counts.js';

/** How far one rater agrees with the others. */
export interface RaterAgreement {
  readonly rater: number;
  /** Share of pairs with the same label; undefined without pairs. */
  readonly value: number | undefined;
  /** Pairs of the rater's label of an item and another rater's. */
  readonly count: number;
}

/**
 * The exact agreement of each rater who labelled anything with all others: for each the value and count that `agreementBetween` of the rater
 * and the rest gives, but in one pass over the annotations, however many raters there are. In the order of the raters' numbers.
 */
export function exactOfRaters(annotations: Annotations): readonly RaterAgreement[] {
  const { raters, labels, item, rater, label } = annotations;
  const { ofItems } = countLabels(annotations);
  const isRater = new Uint8Array(raters);
  const pairs = new Float64Array(raters);
  const alike = new Float64Array(raters);
  for (const index of firstOfRaters(annotations)) {
    const row = item[index]! * labels;
    const by = rater[index]!;
    isRater[by] = 1;
    for (let code = 0; code < labels; code += 1) pairs[by]! += ofItems[row + code]!;
    alike[by]! += ofItems[row + label[index]!]!;
    // Without the pair of the label with itself.
    pairs[by]! -= 1;
    alike[by]! -= 1;
  }
  return Array.from(pairs, (count, by) => ({
    rater: by,
    value: count === 0 ? undefined : alike[by]! / count,
    count,
  })).filter(({ rater: by }) => isRater[by] === 1);
}
