import type { TrieNode } from './score-trie.js';
import type { SubtreeSize, SubtreeSizes } from './subtree-size.js';

/** A subtree that is to be computed whole. */
export interface PendingTree {
  readonly tree: TrieNode;
  /** Nodes above it, down from the end of the held sequence: few tokens, computed again in each call that needs them. */
  readonly path: readonly TrieNode[];
  /** The held sequence that the path continues; undefined for one that begins a text. */
  readonly from: number | undefined;
}

/** Subtrees that are put together until a call is full. */
export class PendingTrees {
  readonly #sizes: SubtreeSizes;
  readonly #paths = new Set<TrieNode>();
  #trees: PendingTree[] = [];
  #total: SubtreeSize = { tokens: 0, rows: 0, leaves: 0 };

  constructor(sizes: SubtreeSizes) {
    this.#sizes = sizes;
  }

  /** True when a subtree still fits into a call with these bounds, or is the first. */
  takes(pending: PendingTree, limits: SubtreeSize): boolean {
    return this.#trees.length === 0 || isWithin(this.#with(pending), limits);
  }

  add(pending: PendingTree): void {
    this.#total = this.#with(pending);
    this.#trees.push(pending);
    for (const place of pending.path) this.#paths.add(place);
  }

  /** True when a subtree that waits continues a held sequence. */
  uses(sequence: number): boolean {
    return this.#trees.some(({ from }) => from === sequence);
  }

  /** All subtrees; none are left. */
  takeAll(): readonly PendingTree[] {
    const trees = this.#trees;
    this.#trees = [];
    this.#paths.clear();
    this.#total = { tokens: 0, rows: 0, leaves: 0 };
    return trees;
  }

  #with({ tree, path }: PendingTree): SubtreeSize {
    const added = path.filter((place) => !this.#paths.has(place));
    const size = this.#sizes.of(tree);
    return {
      tokens: this.#total.tokens + size.tokens + pathLength(added),
      rows: this.#total.rows + size.rows + added.reduce((sum, { targets }) => sum + targets.size, 0),
      leaves: this.#total.leaves + size.leaves,
    };
  }
}

/** Tokens of the nodes of a path. */
export function pathLength(path: readonly TrieNode[]): number {
  return path.reduce((sum, { tokens }) => sum + tokens.length, 0);
}

/** True when nothing of a size exceeds a bound. */
export function isWithin(size: SubtreeSize, limits: SubtreeSize): boolean {
  return size.tokens <= limits.tokens && size.rows <= limits.rows && size.leaves <= limits.leaves;
}
