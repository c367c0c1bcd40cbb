/** The x ≥ 0 where a function that grows from 0 reaches `target`, to the last digit. It needs nothing but monotony. */
export function bisect(growing: (x: number) => number, target: number): number {
  let lower = 0;
  let upper = 1;
  while (growing(upper) < target) upper *= 2;
  for (;;) {
    const middle = (lower + upper) / 2;
    if (middle <= lower || middle >= upper) return upper;
    if (growing(middle) < target) lower = middle;
    else upper = middle;
  }
}
