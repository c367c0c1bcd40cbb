import { describe, expect, it } from 'vitest';
import { openSampler } from './sampler.js';

const pool = (size: number): readonly { readonly id: number }[] => Array.from({ length: size }, (_, id) => ({ id }));

function draws(size: number, count: number, seed: number, evaluated: readonly (number | undefined)[]): unknown {
  const sampler = openSampler('default', { pool: pool(size), count, seed, task: 't' });
  return evaluated.map((id) => sampler?.next(id === undefined ? undefined : { id }));
}

const NONE = [undefined, undefined, undefined];

// The numbers were computed with lm-evaluation-harness 0.4.12 (CPython's random.Random).
describe('few-shot draws', () => {
  it('equal those of the reference harness, document by document', () => {
    expect(draws(64, 5, 1234, NONE)).toEqual([
      [56, 14, 0, 11, 4],
      [10, 12, 45, 30, 2],
      [3, 2, 44, 61, 59],
    ]);
    expect(draws(10, 3, 1234, NONE.slice(1))).toEqual([
      [7, 1, 0],
      [1, 0, 9],
    ]);
    expect(draws(10, 3, 0, [undefined])).toEqual([[6, 9, 0]]);
    expect(draws(10, 3, 42, [undefined])).toEqual([[1, 0, 4]]);
    expect(draws(7473, 5, 1234, NONE.slice(1))).toEqual([
      [6374, 3610, 957, 61, 742],
      [7462, 6610, 4769, 286, 5501],
    ]);
  });

  it('draw one more and leave the evaluated document out where it may be in the pool', () => {
    expect(draws(64, 5, 1234, [0, 1, 2])).toEqual([
      [56, 7, 5, 58, 51],
      [4, 42, 44, 5, 6],
      [45, 15, 1, 61, 50],
    ]);
    expect(draws(39905, 10, 1234, [-1])).toEqual([[28883, 7657, 490, 5940, 38156, 2288, 5500, 6450, 23241, 15519]]);
  });

  it('leave out every row that equals the evaluated one', () => {
    const sampler = openSampler('default', { pool: [{ id: 1 }, { id: 1 }, { id: 2 }], count: 2, seed: 1, task: 't' });
    expect(() => sampler?.next({ id: 1 })).toThrow(/needs 2 few-shot examples for a document, but finds 1/);
  });

  it('are the first rows with first_n', () => {
    const sampler = openSampler('first_n', { pool: pool(6), count: 3, seed: 1, task: 't' });
    expect([sampler?.next({ id: 0 }), sampler?.next(undefined)]).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  it('of more than there are is an error that names the task', () => {
    expect(() => draws(4, 5, 1234, [undefined])).toThrow(/task t needs 5 few-shot examples .* finds 4/);
    expect(() => openSampler('first_n', { pool: pool(2), count: 3, seed: 1, task: 't' })).toThrow(/needs 3/);
  });
});
