import { expect, it } from 'vitest';
import { runGraph } from '../testing/run-graph.js';
import { distanceBuckets, relativeBias } from './relative-bias.js';

/** Runs of equal numbers: [number, how often] … */
function runs(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last?.[0] === number) last[1]++;
    else found.push([number, 1]);
  }
  return found;
}

/** Widths of the buckets from 128 tokens away to the token itself, and on to 128 behind it: transformers' `_relative_position_bucket`. */
const BEFORE = [38, 27, 18, 14, 9, 7, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1];
const BEHIND = [1, 1, 1, 1, 1, 1, 1, 4, 4, 7, 9, 14, 18, 27, 38];
const CAUSAL = [16, 14, 12, 10, 10, 8, 7, 6, 6, 5, 4, 4, 3, 3, 2, 3, ...Array<number>(16).fill(1)];

it('distances fall into the buckets of transformers', () => {
  const both = runs(distanceBuckets({ buckets: 32, bidirectional: true }));
  expect(both.map(([, count]) => count)).toEqual([...BEFORE, ...BEHIND]);
  expect(both.map(([bucket]) => bucket)).toEqual([
    ...Array.from({ length: 16 }, (_, i) => 15 - i),
    ...Array.from({ length: 15 }, (_, i) => 17 + i),
  ]);
  const causal = runs(distanceBuckets({ buckets: 32, bidirectional: false }));
  expect(causal).toEqual(CAUSAL.map((count, i) => [31 - i, count]));
});

it('a bias is that of the bucket, by head, for places of the sequence', async () => {
  const [y] = await runGraph(
    [
      { shape: [4, 2], values: [0, 100, 1, 101, 2, 102, 3, 103] },
      { shape: [1, 1, 2, 1], values: [7, 0] },
      { shape: [1, 1, 1, 3], values: [7, 6, 200] },
    ],
    (g, [table, places, columns]) => [
      relativeBias(g, { places: places!, columns: columns! }, { table: table!, buckets: 4, bidirectional: false }),
    ],
  );
  // Tokens behind are hidden by other means, and count as distance 0.
  expect(y).toEqual([0, 1, 0, 0, 0, 0, 100, 101, 100, 100, 100, 100]);
});
