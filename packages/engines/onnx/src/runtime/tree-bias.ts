import type { TokenGrid } from './token-grid.js';

/** Hides a token. Finite, so that a tile in which everything is hidden still has a maximum to subtract. */
export const HIDDEN = -1e9;

/** The prefix's columns: `held` of them, the first one being token `start` of the sequence. */
export interface PrefixColumns {
  readonly held: number;
  readonly start: number;
  /** Tokens a token sees, itself included; undefined: all. */
  readonly window: number | undefined;
}

/**
 * What is added to the attention scores so that each token sees the prefix, its ancestors and itself, as far as its window
 * reaches: [batch, 1, width, held + width]. Later tokens of the grid are hidden by the operator itself.
 */
export function treeBias(grid: TokenGrid, prefix: PrefixColumns): Float32Array {
  const { batch, width, positions } = grid;
  const columns = prefix.held + width;
  const bias = new Float32Array(batch * width * columns);
  const furthest = positions.reduce((largest, position) => Math.max(largest, position), 0);
  const seesAll = prefix.window === undefined || furthest < prefix.window;
  if (seesAll) {
    hideStrangers(bias, grid, prefix.held);
  } else {
    hideBeyondWindow(bias, grid, prefix);
  }
  return bias;
}

/** A token sees what its parent sees, and its parent. */
function hideStrangers(bias: Float32Array, { batch, width, parents }: TokenGrid, held: number): void {
  const columns = held + width;
  for (let row = 0; row < batch; row++) {
    for (let i = 1; i < width; i++) {
      const parent = parents[row * width + i] ?? -1;
      const own = (row * width + i) * columns + held;
      if (parent >= 0) {
        const parentOwn = (row * width + parent) * columns + held;
        bias.copyWithin(own, parentOwn, parentOwn + parent);
      }
      bias.fill(HIDDEN, own + parent + 1, own + i);
    }
  }
}

function hideBeyondWindow(
  bias: Float32Array,
  { batch, width, parents, positions }: TokenGrid,
  { held, start, window = 0 }: PrefixColumns,
): void {
  const columns = held + width;
  for (let row = 0; row < batch; row++) {
    for (let i = 0; i < width; i++) {
      const line = (row * width + i) * columns;
      const firstSeen = (positions[row * width + i] ?? 0) - window + 1 - start;
      bias.fill(HIDDEN, line, line + Math.min(held, Math.max(0, firstSeen)));
      bias.fill(HIDDEN, line + held, line + held + i);
      let ancestor = parents[row * width + i] ?? -1;
      for (let seen = 1; seen < window && ancestor >= 0; seen++) {
        bias[line + held + ancestor] = 0;
        ancestor = parents[row * width + ancestor] ?? -1;
      }
    }
  }
}
