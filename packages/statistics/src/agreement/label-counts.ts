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
export function countLabels(annotations: Annotations): LabelCounts {
  const { items, raters, labels, item, rater, label } = annotations;
  const ofItems = new Float64Array(items * labels);
  const ofRaters = new Float64Array(raters * labels);
  const indices = firstOfRaters(annotations);
  for (const index of indices) {
    ofItems[item[index]! * labels + label[index]!]! += 1;
    ofRaters[rater[index]! * labels + label[index]!]! += 1;
  }
  return { ofItems, ofRaters, repeated: item.length - indices.length };
}

/** The indices of the annotations that count, those of one item beside each other: of one rater the first of an item. */
export function firstOfRaters({ items, raters, item, rater }: Annotations): Int32Array {
  const seenAt = new Int32Array(raters).fill(-1);
  return orderedByItem({ items, item }).filter((index) => {
    const at = item[index]!;
    const by = rater[index]!;
    if (seenAt[by] === at) return false;
    seenAt[by] = at;
    return true;
  });
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
