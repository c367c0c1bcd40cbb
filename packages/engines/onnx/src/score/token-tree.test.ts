import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentLength, segmentTargets, wholeTree } from './segment.js';
import { tokenTree } from './token-tree.js';

const sequence = (id: number, context: readonly number[], continuation: readonly number[]) => ({
  id,
  tokens: Int32Array.from([...context, ...continuation]),
  contextLength: context.length,
});

describe('tokenTree', () => {
  it('holds what sequences share once, and leaves out the last tokens', () => {
    const tree = tokenTree(
      [sequence(0, [1, 2, 3], [4, 5, 6]), sequence(1, [1, 2, 3], [4, 7]), sequence(2, [1, 2, 3], [8])],
      1,
    );
    expect([...tree.tokens]).toEqual([2, 3, 4, 5]);
    expect([...tree.positions]).toEqual([1, 2, 3, 4]);
    expect([...tree.parents]).toEqual([-1, 0, 1, 2]);
    expect([...tree.ends]).toEqual([4, 4, 4, 4]);
    const targets = tree.targets.map(({ node, token, sequence: of, place }) => ({ node, token, of, place }));
    expect(targets).toEqual([
      { node: 1, token: 4, of: 0, place: 0 },
      { node: 1, token: 4, of: 1, place: 0 },
      { node: 1, token: 8, of: 2, place: 0 },
      { node: 2, token: 5, of: 0, place: 1 },
      { node: 2, token: 7, of: 1, place: 1 },
      { node: 3, token: 6, of: 0, place: 2 },
    ]);
  });

  it('gives each target the path of its own sequence, whatever the sequences are', () => {
    const tokens = array(integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 8 });
    assert(
      property(array(tokens, { minLength: 1, maxLength: 6 }), (lists) => {
        const sequences = lists.map((list, id) => sequence(id, list.slice(0, 1), list.slice(1)));
        const tree = tokenTree(sequences, 0);
        const path = (node: number): readonly number[] =>
          node < 0 ? [] : [...path(tree.parents[node]!), tree.tokens[node]!];
        expect(tree.targets).toHaveLength(lists.reduce((sum, list) => sum + list.length - 1, 0));
        for (const { node, token, sequence: of, place } of tree.targets) {
          expect([...path(node), token]).toEqual(lists[of]!.slice(0, place + 2));
        }
        const paths = new Set(Array.from(tree.tokens, (_, node) => path(node).join()));
        expect(paths.size).toBe(tree.tokens.length);
        tree.parents.forEach((parent, node) => {
          expect(parent).toBeLessThan(node);
          expect(tree.ends[node]).toBeLessThanOrEqual(tree.ends[parent] ?? tree.tokens.length);
        });
      }),
    );
  });
});

describe('a segment', () => {
  it('has the targets of its nodes', () => {
    const tree = tokenTree([sequence(0, [1], [2, 3, 4]), sequence(1, [1], [5, 6])], 0);
    const whole = wholeTree(tree);
    expect(segmentLength(whole)).toBe(tree.tokens.length);
    expect(segmentTargets(whole)).toEqual(tree.targets);
    expect(segmentTargets({ tree, start: 1, end: 3 }).map(({ node }) => node)).toEqual([1, 2]);
  });
});
