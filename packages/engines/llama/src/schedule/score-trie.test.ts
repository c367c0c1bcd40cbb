import { describe, expect, it } from 'vitest';
import { ScoreTrie, type TrieNode } from './score-trie.js';

function insert(
  trie: ScoreTrie,
  request: number,
  context: readonly number[],
  continuation: readonly number[],
  shared = 0,
): void {
  const input = Int32Array.from([...context, ...continuation.slice(0, -1)]);
  trie.insert({ request, input, continuation: Int32Array.from(continuation), sharedPrefix: shared });
}

/** A node as tokens, targets and children, for comparison. */
function shape(place: TrieNode): unknown {
  const targets = [...place.targets].map(([index, wanted]) => [
    index,
    wanted.map(({ request, token }) => [request, token]),
  ]);
  return [[...place.tokens], targets, place.children.map(shape)];
}

describe('ScoreTrie', () => {
  it('shares the tokens before the first difference and keeps each request its targets', () => {
    const trie = new ScoreTrie();
    insert(trie, 0, [1, 2, 3], [4, 5]);
    insert(trie, 1, [1, 2, 3], [4, 6]);
    insert(trie, 2, [1, 2], [9]);
    expect(shape(trie.root)).toEqual([
      [],
      [],
      [
        [
          [1, 2],
          [[1, [[2, 9]]]],
          [
            [
              [3, 4],
              [
                [
                  0,
                  [
                    [0, 4],
                    [1, 4],
                  ],
                ],
                [
                  1,
                  [
                    [0, 5],
                    [1, 6],
                  ],
                ],
              ],
              [],
            ],
          ],
        ],
      ],
    ]);
  });

  it('asks one row for the continuations of one token', () => {
    const trie = new ScoreTrie();
    for (const [request, token] of [7, 8, 9].entries()) insert(trie, request, [1, 2], [token]);
    expect(shape(trie.root)).toEqual([
      [],
      [],
      [
        [
          [1, 2],
          [
            [
              1,
              [
                [0, 7],
                [1, 8],
                [2, 9],
              ],
            ],
          ],
          [],
        ],
      ],
    ]);
  });

  it('ends a node where the documents of a leaf task are known to part, and finds it again', () => {
    const prefix = Array.from({ length: 20 }, (_, index) => index);
    const trie = new ScoreTrie();
    insert(trie, 0, [...prefix, 50], [51], 20);
    insert(trie, 1, [...prefix, 50, 52], [53], 20);
    const shared = trie.find(Int32Array.from(prefix));
    expect(shared).toMatchObject({ isShared: true, position: 0 });
    expect(shared!.tokens.length).toBe(20);
    expect(trie.find(Int32Array.from([0, 1, 2]))).toBeUndefined();
    expect(trie.find(Int32Array.from([...prefix, 99]))).toBeUndefined();
  });
});
