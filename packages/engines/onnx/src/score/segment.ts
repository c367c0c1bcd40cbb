import type { Target, TokenTree } from './token-tree.js';

/** Part of a tree that is computed in one pass: nodes `start` to `end`, whose ancestors before `start` are in the prefix. */
export interface Segment {
  readonly tree: TokenTree;
  readonly start: number;
  readonly end: number;
}

/** A whole tree. */
export function wholeTree(tree: TokenTree): Segment {
  return { tree, start: 0, end: tree.tokens.length };
}

/** Number of tokens of a segment. */
export function segmentLength({ start, end }: Segment): number {
  return end - start;
}

/** The targets whose nodes are in the segment, in the order of the nodes. */
export function segmentTargets({ tree, start, end }: Segment): readonly Target[] {
  return tree.targets.slice(firstAtOrAfter(tree.targets, start), firstAtOrAfter(tree.targets, end));
}

function firstAtOrAfter(targets: readonly Target[], node: number): number {
  let low = 0;
  let high = targets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (targets[middle]!.node < node) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
