/** A token and its value in a row. */
export interface RankedToken {
  readonly token: number;
  readonly value: number;
}

/** The tokens with the highest values, the best first; of equal ones the first in the row. Those of −∞ are none. */
export function topTokens(row: Float32Array, count: number): readonly RankedToken[] {
  const best: RankedToken[] = [];
  let least = -Infinity;
  for (let token = 0; token < row.length; token += 1) {
    const value = row[token] ?? -Infinity;
    if (!(value > least)) continue;
    let place = best.length;
    while (place > 0 && best[place - 1]!.value < value) place -= 1;
    best.splice(place, 0, { token, value });
    if (best.length > count) best.pop();
    if (best.length === count) least = best[count - 1]!.value;
  }
  return best;
}
