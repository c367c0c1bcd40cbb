import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchCost, chunkLength, lineCost, type CostModel } from './cost-model.js';
import { partition, type Part } from './partition.js';

const COSTS: CostModel = {
  overheadTokens: 16,
  strangerTokens: 0.0004,
  passTokens: 512,
  passPairs: 2 ** 22,
  headRows: 64,
};

const cut = (lengths: readonly number[], cost: typeof lineCost) =>
  partition(lengths.length, ({ start, end }) => cost(COSTS, lengths.slice(start, end)));

describe('partition', () => {
  it('is the cheapest of all ways to cut', () => {
    assert(
      property(array(integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 }), (lengths) => {
        const costOf = ({ start, end }: Part) => batchCost(COSTS, lengths.slice(start, end));
        const total = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + costOf(part), 0);
        const all = Array.from({ length: 2 ** (lengths.length - 1) }, (_, cuts) => {
          const ends = lengths.map((_x, i) => i + 1).filter((end) => end === lengths.length || (cuts >> (end - 1)) & 1);
          return ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end }));
        });
        // Longer parts than the first infinite one are not tried; these costs are monotonous, so none is missed.
        expect(total(partition(lengths.length, costOf))).toBe(Math.min(...all.map(total)));
      }),
      { numRuns: 50 },
    );
  });

  it('puts two documents of 110 tokens behind a prefix into one line, and large ones alone', () => {
    expect(cut([110, 110, 110, 110], lineCost)).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
    expect(cut([700, 600], lineCost)).toHaveLength(2);
  });

  it('fills a batch with documents of like length rather than with padding', () => {
    expect(cut([30, 30, 31, 31, 90, 92, 93], batchCost)).toEqual([
      { start: 0, end: 4 },
      { start: 4, end: 7 },
    ]);
  });

  it('cuts nothing into no parts', () => {
    expect(partition(0, () => 1)).toEqual([]);
  });
});

describe('chunkLength', () => {
  it('divides a long sequence into equal chunks, shorter ones far behind', () => {
    expect(chunkLength(COSTS, 512, 0)).toBe(512);
    expect(chunkLength(COSTS, 978, 0)).toBe(489);
    expect(chunkLength(COSTS, 600, 620)).toBe(300);
    expect(chunkLength(COSTS, 8192, 32_768)).toBeLessThan(130);
  });
});
