import type { Annotations } from './annotations.js';

/** How often each label was given, item by item and rater by rater, repeated annotations left out. */
export interface LabelCounts {
  /** Row i, of as many entries as there are labels, belongs to item i. */
  readonly ofItems: Float64Array;
  /** Row i belongs to rater i. */
  readonly ofRaters: Float64Array;
  /** Annotations left out because the same rater labelled the same item before. */
  readonly repeated: number;
}

/** Counts the labels; of one rater the first label of an item. */
export function countLabels({ items, raters, labels, item, rater, label }: Annotations): LabelCounts {
  const ofItems = new Float64Array(items * labels);
  const ofRaters = new Float64Array(raters * labels);
  const seenAt = new Int32Array(raters).fill(-1);
  let repeated = 0;
  for (const index of orderedByItem({ items, item })) {
    const at = item[index]!;
    const by = rater[index]!;
    if (seenAt[by] === at) {
      repeated += 1;
      continue;
    }
    seenAt[by] = at;
    ofItems[at * labels + label[index]!]! += 1;
    ofRaters[by * labels + label[index]!]! += 1;
  }
  return { ofItems, ofRaters, repeated };
}

/** The annotations' indices, those of one item beside each other and in their order. */
function orderedByItem({ items, item }: Pick<Annotations, 'items' | 'item'>): Int32Array {
  const places = new Int32Array(items + 1);
  for (const at of item) places[at + 1]! += 1;
  for (let at = 0; at < items; at += 1) places[at + 1]! += places[at]!;
  const order = new Int32Array(item.length);
  for (const [index, at] of item.entries()) {
    order[places[at]!] = index;
    places[at]! += 1;
  }
  return order;
}
