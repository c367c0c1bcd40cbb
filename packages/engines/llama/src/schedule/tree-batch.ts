import type { Context } from '../context/context.js';
import type { Target, TrieNode } from './score-trie.js';
import type { SubtreeSize, SubtreeSizes } from './subtree-size.js';

/** A subtree, and the held sequence that it continues; undefined for one that begins a text. */
export interface PendingTree {
  readonly tree: TrieNode;
  readonly from: number | undefined;
}

/** Bounds of one call. */
export interface CallLimits {
  readonly tokens: number;
  readonly rows: number;
  readonly leaves: number;
}

/** Subtrees that are put together until a call is full. */
export class PendingTrees {
  readonly #sizes: SubtreeSizes;
  #trees: PendingTree[] = [];
  #total: SubtreeSize = EMPTY;

  constructor(sizes: SubtreeSizes) {
    this.#sizes = sizes;
  }

  /** True when a subtree still fits, or is the first. */
  takes(tree: TrieNode, limits: CallLimits): boolean {
    const { tokens, rows, leaves } = sum(this.#total, this.#sizes.of(tree));
    return this.#trees.length === 0 || (tokens <= limits.tokens && rows <= limits.rows && leaves <= limits.leaves);
  }

  add(pending: PendingTree): void {
    this.#trees.push(pending);
    this.#total = sum(this.#total, this.#sizes.of(pending.tree));
  }

  /** All subtrees; none are left. */
  takeAll(): readonly PendingTree[] {
    const trees = this.#trees;
    this.#trees = [];
    this.#total = EMPTY;
    return trees;
  }
}

const EMPTY: SubtreeSize = { tokens: 0, rows: 0, leaves: 0 };

function sum(a: SubtreeSize, b: SubtreeSize): SubtreeSize {
  return { tokens: a.tokens + b.tokens, rows: a.rows + b.rows, leaves: a.leaves + b.leaves };
}

/** What goes into a batch of a context. */
export interface TreeBatchOptions {
  readonly context: Context;
  readonly sizes: SubtreeSizes;
  /** Targets of the batch's rows in order; those of the tree are added. */
  readonly rows: (readonly Target[])[];
  /** Told of each node. */
  readonly onNode: (place: TrieNode) => void;
}

/**
 * Adds a subtree to a batch, depth first: each of its ends is a sequence, and a token belongs to the sequences of all ends
 * below it, so that it is computed once and is one cell.
 */
export function addTree(place: TrieNode, sequences: readonly number[], options: TreeBatchOptions): void {
  const { context, sizes, rows, onNode } = options;
  onNode(place);
  context.batch.add({
    tokens: place.tokens,
    position: place.position,
    sequences,
    wanted: (index) => place.targets.has(index),
  });
  for (let index = 0; index < place.tokens.length; index += 1) {
    const targets = place.targets.get(index);
    if (targets !== undefined) rows.push(targets);
  }
  let first = 0;
  for (const child of place.children) {
    const { leaves } = sizes.of(child);
    addTree(child, sequences.slice(first, first + leaves), options);
    first += leaves;
  }
}
