import { describe, expect, it } from 'vitest';
import type { TokenGrid } from './token-grid.js';
import { treeBias, type PrefixColumns } from './tree-bias.js';

/** A root of two tokens with two branches, and a second tree: 0 → 1 → (2, 3 → 4), 5. */
const FOREST: TokenGrid = {
  batch: 1,
  width: 6,
  tokens: new Int32Array(6),
  positions: Int32Array.of(10, 11, 12, 12, 13, 10),
  parents: Int32Array.of(-1, 0, 1, 1, 3, -1),
  rows: new Int32Array(),
};

/** For each token which columns it sees, as the operator adds that later ones are hidden. */
function seen(grid: TokenGrid, prefix: PrefixColumns): readonly (readonly number[])[] {
  const columns = prefix.held + grid.width;
  const bias = treeBias(grid, prefix);
  return Array.from({ length: grid.batch * grid.width }, (_, i) =>
    Array.from({ length: columns }, (_x, column) => column).filter(
      (column) => column <= prefix.held + (i % grid.width) && bias[i * columns + column] === 0,
    ),
  );
}

describe('treeBias', () => {
  it('shows each token the prefix, its ancestors and itself', () => {
    expect(seen(FOREST, { held: 2, start: 8, window: undefined })).toEqual([
      [0, 1, 2],
      [0, 1, 2, 3],
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 5],
      [0, 1, 2, 3, 5, 6],
      [0, 1, 7],
    ]);
  });

  it('ends the view at the window, which counts places in the sequence', () => {
    expect(seen(FOREST, { held: 2, start: 8, window: 3 })).toEqual([
      [0, 1, 2],
      [1, 2, 3],
      [2, 3, 4],
      [2, 3, 5],
      [3, 5, 6],
      [0, 1, 7],
    ]);
  });

  it('keeps the lines of a batch apart', () => {
    const lines = { batch: 2, width: 2, tokens: new Int32Array(4), rows: new Int32Array() };
    const grid = { ...lines, positions: Int32Array.of(0, 1, 0, 0), parents: Int32Array.of(-1, 0, -1, -1) };
    expect(seen(grid, { held: 0, start: 0, window: undefined })).toEqual([[0], [0, 1], [0], [1]]);
  });
});
