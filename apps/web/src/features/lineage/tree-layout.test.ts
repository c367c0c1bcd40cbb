import { expect, test } from 'vitest';
import type { LineageGroup } from './lineage-groups.js';
import { layoutTrees, NODE_HEIGHT, NODE_WIDTH } from './tree-layout.js';

const group = (key: string, children: readonly LineageGroup[] = []): LineageGroup => ({
  key,
  family: key,
  familyName: key,
  models: [],
  children,
  methods: [],
  uses: [],
  teachers: [],
});

const trees = [
  group('a', [group('a1', [group('a11'), group('a12')]), group('a2'), group('a3')]),
  group('b', [group('b1')]),
];

test('nothing covers anything, parents stand in the middle of their children and to the left of them', () => {
  const { groups, width, height } = layoutTrees(trees, new Set());
  expect(groups.map((each) => each.group.key).toSorted()).toEqual(['a', 'a1', 'a11', 'a12', 'a2', 'a3', 'b', 'b1']);
  const clashes = groups.flatMap((a, at) =>
    groups.filter((b, other) => other > at && a.x === b.x && Math.abs(a.y - b.y) < NODE_HEIGHT),
  );
  expect(clashes).toEqual([]);
  for (const { x, y } of groups) {
    expect(x + NODE_WIDTH).toBeLessThanOrEqual(width);
    expect(y + NODE_HEIGHT / 2).toBeLessThanOrEqual(height);
  }
  const place = (key: string) => groups.find((each) => each.group.key === key);
  expect(place('a1')?.y).toBe(((place('a11')?.y ?? 0) + (place('a12')?.y ?? 0)) / 2);
  expect(place('a')?.y).toBe(((place('a1')?.y ?? 0) + (place('a3')?.y ?? 0)) / 2);
  expect(place('a11')?.parent?.group.key).toBe('a1');
  expect(place('a1')?.parent?.group.key).toBe('a');
  expect(place('a')?.parent).toBeUndefined();
});

test('what is folded away takes no room, and is counted', () => {
  const { groups } = layoutTrees(trees, new Set(['a1', 'b']));
  expect(groups.map((each) => each.group.key)).toEqual(['a', 'a1', 'a2', 'a3', 'b']);
  expect(groups.find((each) => each.group.key === 'a1')?.hidden).toBe(2);
  expect(groups.find((each) => each.group.key === 'b')?.hidden).toBe(1);
});
