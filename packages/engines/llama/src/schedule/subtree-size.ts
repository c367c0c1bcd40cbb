import type { TrieNode } from './score-trie.js';

/** What computing a node and everything below it takes. */
export interface SubtreeSize {
  readonly tokens: number;
  /** Rows of logits. */
  readonly rows: number;
  /** Sequences: one for each end of the tree. */
  readonly leaves: number;
}

/** Sizes of subtrees, each computed once. The tree must be complete. */
export class SubtreeSizes {
  readonly #known = new Map<TrieNode, SubtreeSize>();

  of(place: TrieNode): SubtreeSize {
    const known = this.#known.get(place);
    if (known !== undefined) return known;
    const below = place.children.map((child) => this.of(child));
    const size = {
      tokens: below.reduce((sum, { tokens }) => sum + tokens, place.tokens.length),
      rows: below.reduce((sum, { rows }) => sum + rows, place.targets.size),
      leaves: below.length === 0 ? 1 : below.reduce((sum, { leaves }) => sum + leaves, 0),
    };
    this.#known.set(place, size);
    return size;
  }
}
