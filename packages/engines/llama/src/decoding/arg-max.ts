/** The token with the highest logit; of equal ones the first. */
export function argMax(row: Float32Array): number {
  let best = 0;
  let value = row[0] ?? -Infinity;
  for (let token = 1; token < row.length; token += 1) {
    const other = row[token] ?? -Infinity;
    if (other > value) {
      best = token;
      value = other;
    }
  }
  return best;
}
