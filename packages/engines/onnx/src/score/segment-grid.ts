import type { TokenGrid } from '../runtime/token-grid.js';
import { segmentLength, segmentTargets, type Segment } from './segment.js';
import type { Target } from './token-tree.js';

/** A grid of tokens with the targets of each of its scored rows. */
export interface SegmentGrid {
  readonly grid: TokenGrid;
  /** Of each of the grid's rows to be scored. */
  readonly targets: readonly (readonly Target[])[];
  /** Tokens that only fill the shape. */
  readonly padding: number;
}

/** Lays segments out as a grid: each element of `lines` becomes one line, its segments one after the other. */
export function segmentGrid(lines: readonly (readonly Segment[])[]): SegmentGrid {
  const width = Math.max(...lines.map((line) => line.reduce((sum, segment) => sum + segmentLength(segment), 0)));
  const size = lines.length * width;
  const grid = {
    tokens: new Int32Array(size),
    positions: new Int32Array(size),
    parents: new Int32Array(size).fill(-1),
  };
  const rows: number[] = [];
  const targets: (readonly Target[])[] = [];
  let filled = 0;
  lines.forEach((line, lineIndex) => {
    let offset = 0;
    for (const segment of line) {
      const at = lineIndex * width + offset;
      const { tree, start, end } = segment;
      grid.tokens.set(tree.tokens.subarray(start, end), at);
      grid.positions.set(tree.positions.subarray(start, end), at);
      for (let node = start; node < end; node++) {
        const parent = tree.parents[node]!;
        grid.parents[at + node - start] = parent < start ? -1 : parent - start + offset;
      }
      for (const group of groupByNode(segmentTargets(segment))) {
        rows.push(at + group[0]!.node - start); // No group is empty.
        targets.push(group);
      }
      offset += end - start;
      filled += end - start;
    }
  });
  return {
    grid: { batch: lines.length, width, ...grid, rows: Int32Array.from(rows) },
    targets,
    padding: size - filled,
  };
}

function groupByNode(targets: readonly Target[]): readonly (readonly Target[])[] {
  const groups: Target[][] = [];
  for (const target of targets) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]!.node === target.node) {
      last.push(target);
    } else {
      groups.push([target]);
    }
  }
  return groups;
}
