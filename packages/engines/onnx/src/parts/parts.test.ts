import { describe, expect, it } from 'vitest';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { runGraph } from '../testing/run-graph.js';
import { firstArgMax } from './first-arg-max.js';
import { geGlu, swiGlu } from './gated-feed-forward.js';
import { headNorm } from './head-norm.js';
import { linear } from './linear.js';
import { ResidualStream } from './residual-stream.js';
import { rmsNorm } from './rms-norm.js';
import { selectRows } from './select-rows.js';
import { softCap } from './soft-cap.js';

/** Equal to five digits after the point. */
const about = (...numbers: readonly number[]) => numbers.map((number) => expect.closeTo(number, 5));

const norm = (a: number, b: number) => [a, b].map((x) => x / Math.sqrt((a * a + b * b) / 2));

const gelu = (z: number) => 0.5 * z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3)));

/** A gated feed-forward network in which all three matrices are the second input. */
const gated =
  (part: typeof swiGlu) =>
  (g: GraphBuilder, [x, weight]: readonly Value[]) => [part(g, x!, { gate: weight!, up: weight!, down: weight! })];

describe('parts', () => {
  it('linear multiplies by a matrix of [outputs, inputs]', async () => {
    const [y] = await runGraph(
      [
        { shape: [1, 2, 2], values: [1, 2, 3, 4] },
        { shape: [3, 2], values: [1, 0, 0, 1, 1, 1] },
      ],
      (g, [x, w]) => [linear(g, x!, w!)],
    );
    expect(y).toEqual([1, 2, 3, 3, 4, 7]);
  });

  it('rmsNorm divides by the root mean square: (3, 4) has √12.5', async () => {
    const [y] = await runGraph(
      [
        { shape: [1, 1, 2], values: [3, 4] },
        { shape: [2], values: [1, 2] },
      ],
      (g, [x, w]) => [rmsNorm(g, x!, w!, 0)],
    );
    expect(y).toEqual(about(3 / Math.sqrt(12.5), 8 / Math.sqrt(12.5)));
  });

  it('headNorm norms each head by itself', async () => {
    const [y] = await runGraph(
      [
        { shape: [1, 1, 4], values: [3, 4, 30, 40] },
        { shape: [2], values: [1, 1] },
      ],
      (g, [x, weight]) => [headNorm(g, x!, { weight: weight!, heads: 2, headLength: 2, epsilon: 0 })],
    );
    const [a, b] = [3 / Math.sqrt(12.5), 4 / Math.sqrt(12.5)];
    expect(y).toEqual(about(a, b, a, b));
  });

  it('ResidualStream adds branches and norms the sum, before and after rows are selected', async () => {
    const [first, second, selected] = await runGraph(
      [
        { shape: [1, 2, 2], values: [1, 1, 2, 3] },
        { shape: [1, 2, 2], values: [2, 3, 1, 1] },
        { shape: [2], values: [1, 1] },
      ],
      (g, [start, branch, weight]) => {
        const stream = new ResidualStream(g, start!, 0);
        stream.add(branch!);
        const once = stream.norm(weight!);
        stream.add(branch!);
        stream.add(branch!);
        const again = stream.norm(weight!);
        stream.select(g.integers(1));
        return [once, again, stream.norm(weight!)];
      },
    );
    expect(first).toEqual(about(...norm(3, 4), ...norm(3, 4)));
    expect(second).toEqual(about(...norm(7, 10), ...norm(5, 6)));
    expect(selected).toEqual(about(...norm(5, 6)));
  });

  it('selectRows counts rows over batch and width together', async () => {
    const [y] = await runGraph([{ shape: [2, 2, 1], values: [10, 11, 12, 13] }], (g, [x]) => [
      selectRows(g, x!, g.integers(3, 0)),
    ]);
    expect(y).toEqual([13, 10]);
  });

  const identity = { shape: [1, 1], values: [1] };
  it('swiGlu is z·σ(z)·z between unit matrices', async () => {
    const [y] = await runGraph([{ shape: [1, 2, 1], values: [2, -1] }, identity], gated(swiGlu));
    expect(y).toEqual(about(4 / (1 + Math.exp(-2)), 1 / (1 + Math.exp(1))));
  });

  it('geGlu is GELU(z)·z by the tanh approximation', async () => {
    const [y] = await runGraph([{ shape: [1, 2, 1], values: [2, -1] }, identity], gated(geGlu));
    expect(y).toEqual(about(2 * gelu(2), -gelu(-1)));
  });

  it('softCap bends values towards ±cap', async () => {
    const [y] = await runGraph([{ shape: [3], values: [1, 100, -5] }], (g, [x]) => [softCap(g, x!, 10)]);
    expect(y).toEqual(about(10 * Math.tanh(0.1), 10, 10 * Math.tanh(-0.5)));
  });

  it.each([
    ['in blocks', 48],
    ['without a divisor', 47],
  ])('firstArgMax takes the first of equal maxima (%s)', async (_title, columns) => {
    const rows = [
      { at: [5, 30], value: 2 },
      { at: [0], value: 1 },
      { at: [columns - 1], value: 3 },
      { at: [16, 17, 40], value: 1 },
    ];
    const values = rows.flatMap(({ at, value }) =>
      Array.from({ length: columns }, (_, i) => (at.includes(i) ? value : -i / columns)),
    );
    const [y] = await runGraph([{ shape: [rows.length, columns], values }], (g, [x]) => [firstArgMax(g, x!, columns)]);
    expect(y).toEqual([5, 0, columns - 1, 16]);
  });
});
