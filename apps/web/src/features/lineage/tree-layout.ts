import type { LineageGroup } from './lineage-groups.js';

/** A group where it is drawn: the middle of its left edge, in pixels. */
export interface PlacedGroup {
  readonly group: LineageGroup;
  /** Undefined: a root. */
  readonly parent: PlacedGroup | undefined;
  readonly depth: number;
  readonly x: number;
  readonly y: number;
  /** How many groups below it are folded away. */
  readonly hidden: number;
}

/** Sizes of the picture, in pixels. */
export const NODE_WIDTH = 150;
export const NODE_HEIGHT = 22;
const COLUMN = 270;
const ROW = 28;
const TREE_GAP = 14;

/** Trees as they are drawn. */
export interface TreeLayout {
  readonly groups: readonly PlacedGroup[];
  readonly width: number;
  readonly height: number;
}

function below(group: LineageGroup): number {
  return group.children.reduce((sum, child) => sum + 1 + below(child), 0);
}

/**
 * Lays trees out from left to right: a column for each generation, a row for each group without shown children, a parent in the middle of
 * its first and last child. As leaves never share a row and generations never share a column, nothing covers anything, and siblings stay
 * together.
 */
export function layoutTrees(trees: readonly LineageGroup[], folded: ReadonlySet<string>): TreeLayout {
  const groups: PlacedGroup[] = [];
  let row = ROW / 2;
  let deepest = 0;
  const visit = (group: LineageGroup, depth: number): PlacedGroup[] => {
    deepest = Math.max(deepest, depth);
    const children = folded.has(group.key) ? [] : group.children;
    const subtrees = children.map((child) => visit(child, depth + 1));
    const heads = subtrees.flatMap(([head]) => head ?? []);
    const [first, last] = [heads[0], heads.at(-1)];
    let y = row;
    if (first !== undefined && last !== undefined) y = (first.y + last.y) / 2;
    else row += ROW;
    const hidden = folded.has(group.key) ? below(group) : 0;
    const self: PlacedGroup = { group, parent: undefined, depth, x: depth * COLUMN, y, hidden };
    const own = new Set(heads);
    return [self, ...subtrees.flat().map((each) => (own.has(each) ? { ...each, parent: self } : each))];
  };
  for (const tree of trees) {
    groups.push(...visit(tree, 0));
    row += TREE_GAP;
  }
  return {
    groups,
    width: deepest * COLUMN + NODE_WIDTH,
    height: Math.max(ROW, row - TREE_GAP - ROW / 2 + NODE_HEIGHT / 2),
  };
}
