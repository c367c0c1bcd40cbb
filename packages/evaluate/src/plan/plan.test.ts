import { describe, expect, it } from 'vitest';
import { rollingWindows } from './rolling-windows.js';
import { commonPrefixLength } from './shared-prefix.js';
import { truncatePair, truncatePrompt, type ContextLength } from './truncate-left.js';

const tokens = (...ids: number[]): Int32Array => Int32Array.from(ids);
const range = (from: number, to: number): Int32Array => Int32Array.from({ length: to - from }, (_, i) => from + i);

describe('rollingWindows', () => {
  it('gives the windows of the reference harness for 10 tokens and a context of 4', () => {
    expect(rollingWindows(range(0, 10), 4, 99)).toEqual([
      { context: tokens(99), continuation: tokens(0, 1, 2, 3) },
      { context: tokens(3), continuation: tokens(4, 5, 6, 7) },
      { context: tokens(5, 6, 7), continuation: tokens(8, 9) },
    ]);
  });

  it.each([0, 1, 3, 4, 5, 8, 17])('predicts each of %i tokens once, with inputs that fit', (length) => {
    const windows = rollingWindows(range(0, length), 4, 99);
    expect(windows.flatMap(({ continuation }) => [...continuation])).toEqual([...range(0, length)]);
    for (const { context, continuation } of windows) {
      expect(context.length).toBeGreaterThan(0);
      expect(context.length + continuation.length - 1).toBeLessThanOrEqual(4);
    }
  });
});

/** A length that context and continuation share. */
const joined = (length: number): ContextLength => ({ tokens: length, pairsAreApart: false });

describe('truncatePair', () => {
  it('keeps what fits when the last token is only predicted', () => {
    const pair = { context: range(0, 4), continuation: range(4, 6) };
    expect(truncatePair(pair, joined(5))).toEqual({ value: pair, cut: 0 });
    expect(truncatePair(pair, joined(4))).toEqual({
      value: { context: range(1, 4), continuation: range(4, 6) },
      cut: 1,
    });
  });

  it('keeps one token of context before a continuation that just fits, and refuses a longer one', () => {
    const pair = { context: range(0, 9), continuation: range(9, 12) };
    expect(truncatePair(pair, joined(3)).value.context).toEqual(tokens(8));
    expect(() => truncatePair(pair, joined(2))).toThrow(/3 tokens does not fit into the model's context of 2/);
  });
});

describe('where an encoder reads the context', () => {
  const apart = { tokens: 4, pairsAreApart: true };

  it('keeps the last tokens of the context, whatever the continuation takes', () => {
    const pair = { context: range(0, 6), continuation: range(6, 9) };
    expect(truncatePair(pair, apart)).toEqual({ value: { ...pair, context: range(2, 6) }, cut: 2 });
    const fitting = { context: range(0, 4), continuation: range(6, 10) };
    expect(truncatePair(fitting, apart)).toEqual({ value: fitting, cut: 0 });
    expect(() => truncatePair({ ...pair, continuation: range(0, 5) }, apart)).toThrow(/5 tokens does not fit/);
  });

  it('keeps the last tokens of a prompt, whatever is to be generated', () => {
    expect(truncatePrompt(range(0, 6), apart, 100)).toEqual({ value: range(2, 6), cut: 2 });
    expect(truncatePrompt(range(0, 4), apart, 100).cut).toBe(0);
  });
});

describe('truncatePrompt', () => {
  it('leaves room for the new tokens', () => {
    expect(truncatePrompt(range(0, 10), joined(8), 3)).toEqual({ value: range(5, 10), cut: 5 });
    expect(truncatePrompt(range(0, 5), joined(8), 3)).toEqual({ value: range(0, 5), cut: 0 });
  });
});

describe('commonPrefixLength', () => {
  it('counts the tokens all sequences begin with', () => {
    expect(commonPrefixLength([])).toBe(0);
    expect(commonPrefixLength([range(0, 5)])).toBe(5);
    expect(commonPrefixLength([range(0, 5), tokens(0, 1, 2, 9), range(0, 4)])).toBe(3);
    expect(commonPrefixLength([range(0, 5), tokens(7)])).toBe(0);
  });
});
