/** A run of items, `start` to `end` (exclusive). */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts `count` items, in their order, into parts of least total cost. `costOf` is infinite for a part that is not allowed; of one
 * item, every part is. Dynamic programming: the best cut up to an item follows from the best cuts before it. Longer parts than
 * the first infinite one are not tried.
 */
export function partition(count: number, costOf: (part: Part) => number): readonly Part[] {
  const best = [{ cost: 0, start: 0 }];
  for (let end = 1; end <= count; end++) {
    let top = { cost: Number.POSITIVE_INFINITY, start: end - 1 };
    for (let start = end - 1; start >= 0; start--) {
      const cost = best[start]!.cost + costOf({ start, end });
      if (cost === Number.POSITIVE_INFINITY) {
        break;
      }
      top = cost < top.cost ? { cost, start } : top;
    }
    best.push(top);
  }
  const parts: Part[] = [];
  for (let end = count; end > 0; end = best[end]!.start) {
    parts.unshift({ start: best[end]!.start, end });
  }
  return parts;
}
