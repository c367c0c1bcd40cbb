import { describe, expect, it } from 'vitest';
import { canCut, cutPrefix, heldTokens, trimPrefix, type KvPrefix } from './kv-prefix.js';

const SHAPES = [
  { kvHeads: 2, headLength: 1, window: undefined, rotary: 0 },
  { kvHeads: 1, headLength: 2, window: 4, rotary: 0 },
];

/** K and V that name head and token: 100 · head + token. */
function prefix(length: number): KvPrefix {
  const numbers = (heads: number, headLength: number) =>
    Float32Array.from({ length: heads * length * headLength }, (_, i) => {
      const token = Math.floor(i / headLength);
      return 100 * Math.floor(token / length) + (token % length);
    });
  return {
    length,
    layers: SHAPES.map(({ kvHeads, headLength }) => ({
      held: length,
      key: numbers(kvHeads, headLength),
      value: numbers(kvHeads, headLength),
    })),
  };
}

describe('a prefix', () => {
  it('is cut to its first tokens, head by head', () => {
    const cut = cutPrefix(prefix(5), SHAPES, 3);
    expect(cut.length).toBe(3);
    expect([...cut.layers[0]!.key]).toEqual([0, 1, 2, 100, 101, 102]);
    expect([...cut.layers[1]!.value]).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('drops what no window reaches, and can then be cut only a little', () => {
    const trimmed = trimPrefix(prefix(200), SHAPES);
    expect(trimmed.layers.map(({ held }) => held)).toEqual([200, heldTokens(SHAPES[1]!, 200)]);
    expect(trimmed.layers[1]!.key.at(-1)).toBe(199);
    const slack = heldTokens(SHAPES[1]!, 200) - 3;
    expect(canCut(trimmed, SHAPES, 200 - slack)).toBe(true);
    expect(canCut(trimmed, SHAPES, 200 - slack - 1)).toBe(false);
    expect(cutPrefix(trimmed, SHAPES, 190).layers[1]!.key.at(-1)).toBe(189);
  });

  it('that is held whole can be cut anywhere', () => {
    expect([0, 1, 19, 20].map((length) => canCut(prefix(20), SHAPES, length))).toEqual([true, true, true, true]);
  });
});
