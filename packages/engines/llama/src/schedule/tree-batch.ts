import type { Context } from '../context/context.js';
import type { PendingTree } from './pending-trees.js';
import type { Target, TrieNode } from './score-trie.js';

/** A node of the trie as one call computes it, with some of its children. */
export interface BatchNode {
  readonly place: TrieNode;
  /** False when an earlier call computed it already: its targets are answered, it is only what follows that needs it. */
  readonly isNew: boolean;
  readonly children: BatchNode[];
}

/** Trees of one call, with the held sequence that they continue. */
export interface BatchTree {
  readonly root: BatchNode;
  readonly from: number | undefined;
}

/** Joins subtrees at the nodes of their paths that they share. `computed` has the path nodes of earlier calls; new ones are added. */
export function joinTrees(pending: readonly PendingTree[], computed: Set<TrieNode>): readonly BatchTree[] {
  const joined: BatchTree[] = [];
  for (const { tree, path, from } of pending) {
    const roots = joined.filter((one) => one.from === from).map(({ root }) => root);
    let siblings: BatchNode[] | undefined;
    for (const place of path) {
      const known: BatchNode | undefined = (siblings ?? roots).find((node) => node.place === place);
      const node: BatchNode = known ?? { place, isNew: !computed.has(place), children: [] };
      computed.add(place);
      if (known === undefined) attach(node);
      siblings = node.children;
    }
    attach(whole(tree));

    function attach(node: BatchNode): void {
      if (siblings === undefined) joined.push({ root: node, from });
      else siblings.push(node);
    }
  }
  return joined;
}

function whole(place: TrieNode): BatchNode {
  return { place, isNew: true, children: place.children.map((child) => whole(child)) };
}

/** Ends of a tree. */
export function leavesOf({ children }: BatchNode): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0);
}

/** Nodes of a tree that are computed for the first time. */
export function newNodes({ place, isNew, children }: BatchNode): readonly TrieNode[] {
  return [...(isNew ? [place] : []), ...children.flatMap((child) => newNodes(child))];
}

/**
 * Adds a tree to a context's batch, depth first: each of its ends is a sequence, and a token belongs to the sequences of all
 * ends below it, so that it is computed once and is one cell. Returns the targets of its rows in order.
 */
export function addTree(
  context: Context,
  node: BatchNode,
  sequences: readonly number[],
): readonly (readonly Target[])[] {
  const { place, isNew, children } = node;
  const rows = isNew ? targetsInOrder(place) : [];
  context.batch.add({
    tokens: place.tokens,
    position: place.position,
    sequences,
    wanted: (index) => isNew && place.targets.has(index),
  });
  let first = 0;
  const below = children.flatMap((child) => {
    const own = sequences.slice(first, first + leavesOf(child));
    first += own.length;
    return addTree(context, child, own);
  });
  return [...rows, ...below];
}

function targetsInOrder(place: TrieNode): readonly (readonly Target[])[] {
  return [...place.targets].toSorted(([a], [b]) => a - b).map(([, targets]) => targets);
}
