/** A mark with its label, as wide as it is drawn. */
export interface Span {
  /** Where it begins and ends, in pixels. */
  readonly from: number;
  readonly to: number;
}

/** Pixels between two labels of one lane. */
const GAP = 6;

/**
 * Puts labelled marks into lanes so that none covers another: each into the lowest lane that is free where it begins. From the left, this
 * takes as few lanes as can be (interval partitioning; Kleinberg and Tardos, Algorithm Design, 4.1). Gives the lanes, from 0.
 */
export function assignLanes(spans: readonly Span[]): readonly number[] {
  const order = [...spans.keys()].toSorted((a, b) => (spans[a]?.from ?? 0) - (spans[b]?.from ?? 0));
  const ends: number[] = [];
  const lanes = spans.map(() => 0);
  for (const at of order) {
    const span = spans[at];
    if (span === undefined) continue;
    const free = ends.findIndex((end) => end + GAP <= span.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = span.to;
    lanes[at] = lane;
  }
  return lanes;
}
