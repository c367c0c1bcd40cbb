/** Reproducible numbers, uniform in [−scale, scale) (mulberry32). */
export function randomNumbers(seed: number): (count: number, scale: number) => Float32Array {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return (count, scale) => Float32Array.from({ length: count }, () => (2 * next() - 1) * scale);
}
