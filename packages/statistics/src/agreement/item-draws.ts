/** Draws whole numbers below a bound, each as likely as another. */
export type DrawBelow = (bound: number) => number;

/**
 * Draws from a seed, reproducible on every machine: sfc32, 128 bits of state (C. Doty-Humphrey, PractRand, 2010), its counter set to 1
 * and the first 12 outputs thrown away. `bound` is at most 2³².
 */
export function seededDraws(seed: number): DrawBelow {
  let a = 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const value = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + value) | 0;
    return value >>> 0;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  return (bound) => Math.floor((next() / 2 ** 32) * bound);
}
