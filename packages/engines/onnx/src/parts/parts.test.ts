import { describe, expect, it } from 'vitest';
import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { runGraph } from '../testing/run-graph.js';
import { activation, type Activation } from './activation.js';
import { alibiBias, alibiSlopes } from './alibi.js';
import { feedForward } from './feed-forward.js';
import { firstArgMax } from './first-arg-max.js';
import { headNorm } from './head-norm.js';
import { linear } from './linear.js';
import { norm } from './norm.js';
import { ResidualStream } from './residual-stream.js';
import { selectRows } from './select-rows.js';
import { softCap } from './soft-cap.js';

/** Equal to five digits after the point. */
const about = (...numbers: readonly number[]) => numbers.map((number) => expect.closeTo(number, 5));

const rms = { kind: 'rms', epsilon: 0 } as const;
const layerNorm = { kind: 'layer', epsilon: 0 } as const;

const rmsNormed = (a: number, b: number) => [a, b].map((x) => x / Math.sqrt((a * a + b * b) / 2));

const gelu = (z: number) => 0.5 * z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3)));

/** A gated feed-forward network in which all three matrices are the second input. */
const gated =
  (kind: Activation) =>
  (g: GraphBuilder, [x, weight]: readonly Value[]) => {
    const matrix = { weight: weight! };
    return [feedForward(g, x!, { gate: matrix, up: matrix, down: matrix }, kind)];
  };

describe('parts', () => {
  it('linear multiplies by a matrix of [outputs, inputs], and adds a bias', async () => {
    const [y, biased] = await runGraph(
      [
        { shape: [1, 2, 2], values: [1, 2, 3, 4] },
        { shape: [3, 2], values: [1, 0, 0, 1, 1, 1] },
        { shape: [3], values: [10, 20, 30] },
      ],
      (g, [x, w, b]) => [linear(g, x!, { weight: w! }), linear(g, x!, { weight: w!, bias: b! })],
    );
    expect(y).toEqual([1, 2, 3, 3, 4, 7]);
    expect(biased).toEqual([11, 22, 33, 13, 24, 37]);
  });

  it('LayerNorm subtracts the mean and divides by the deviation: (1, 3) is 2 ± 1', async () => {
    const [plain, biased] = await runGraph(
      [
        { shape: [1, 1, 2], values: [1, 3] },
        { shape: [2], values: [5, 7] },
        { shape: [2], values: [0.5, 0.25] },
      ],
      (g, [x, w, b]) => [norm(g, x!, { weight: w! }, layerNorm), norm(g, x!, { weight: w!, bias: b! }, layerNorm)],
    );
    expect(plain).toEqual(about(-5, 7));
    expect(biased).toEqual(about(-4.5, 7.25));
  });

  it('RMSNorm divides by the root mean square: (3, 4) has √12.5', async () => {
    const [y] = await runGraph(
      [
        { shape: [1, 1, 2], values: [3, 4] },
        { shape: [2], values: [1, 2] },
      ],
      (g, [x, w]) => [norm(g, x!, { weight: w! }, rms)],
    );
    expect(y).toEqual(about(3 / Math.sqrt(12.5), 8 / Math.sqrt(12.5)));
  });

  it('headNorm norms each head by itself', async () => {
    const [y] = await runGraph(
      [
        { shape: [1, 1, 4], values: [3, 4, 30, 40] },
        { shape: [2], values: [1, 1] },
      ],
      (g, [x, weight]) => [headNorm(g, x!, { ...rms, weight: weight!, perHead: false, heads: 2, headLength: 2 })],
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
        const stream = new ResidualStream(g, start!, rms);
        stream.add(branch!);
        const once = stream.norm({ weight: weight! });
        stream.add(branch!);
        stream.add(branch!);
        const again = stream.norm({ weight: weight! });
        stream.select(g.integers(1));
        return [once, again, stream.norm({ weight: weight! })];
      },
    );
    expect(first).toEqual(about(...rmsNormed(3, 4), ...rmsNormed(3, 4)));
    expect(second).toEqual(about(...rmsNormed(7, 10), ...rmsNormed(5, 6)));
    expect(selected).toEqual(about(...rmsNormed(5, 6)));
  });

  it('ResidualStream takes the LayerNorm of a sum', async () => {
    const [plain, biased] = await runGraph(
      [
        { shape: [1, 1, 2], values: [1, 1] },
        { shape: [1, 1, 2], values: [0, 2] },
        { shape: [2], values: [5, 7] },
      ],
      (g, [start, branch, weight]) => {
        const stream = new ResidualStream(g, start!, layerNorm);
        stream.add(branch!);
        const without = stream.norm({ weight: weight! });
        stream.add(branch!);
        return [without, stream.norm({ weight: weight!, bias: weight! })];
      },
    );
    expect(plain).toEqual(about(-5, 7));
    expect(biased).toEqual(about(0, 14));
  });

  it('selectRows counts rows over batch and width together', async () => {
    const [y] = await runGraph([{ shape: [2, 2, 1], values: [10, 11, 12, 13] }], (g, [x]) => [
      selectRows(g, x!, g.integers(3, 0)),
    ]);
    expect(y).toEqual([13, 10]);
  });

  const identity = { shape: [1, 1], values: [1] };
  it('SwiGLU is z·σ(z)·z between unit matrices', async () => {
    const [y] = await runGraph([{ shape: [1, 2, 1], values: [2, -1] }, identity], gated('silu'));
    expect(y).toEqual(about(4 / (1 + Math.exp(-2)), 1 / (1 + Math.exp(1))));
  });

  it('GeGLU is GELU(z)·z by the tanh approximation', async () => {
    const [y] = await runGraph([{ shape: [1, 2, 1], values: [2, -1] }, identity], gated('gelu-tanh'));
    expect(y).toEqual(about(2 * gelu(2), -gelu(-1)));
  });

  it('GELU by the error function: 2Φ(2) = 1.9545, −Φ(−1) = −0.158655', async () => {
    const [y] = await runGraph([{ shape: [2], values: [2, -1] }], (g, [x]) => [activation(g, x!, 'gelu')]);
    expect(y).toEqual(about(1.9544997, -0.1586553));
  });

  it('slopes of ALiBi are those of the paper, and of its code where heads are no power of two', () => {
    expect(alibiSlopes(8)).toEqual([1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32, 1 / 64, 1 / 128, 1 / 256]);
    expect(alibiSlopes(3)).toEqual([1 / 16, 1 / 256, 1 / 4]);
    expect(alibiSlopes(2, 4)).toEqual([1 / 4, 1 / 16]);
  });

  it('ALiBi costs slope · distance, in places of the sequence, where a column is not hidden', async () => {
    const [y] = await runGraph(
      [
        { shape: [1, 1, 2, 3], values: [0, 0, -9, 0, -9, 0] },
        { shape: [1, 1, 1, 3], values: [4, 5, 5] },
      ],
      (g, [bias, columns]) => {
        const span = { bias: bias!, columns: columns!, lengths: bias!, total: bias! };
        const positions = g.node('Cast', [g.node('Reshape', [g.integers(5, 5), g.integers(1, 2)], { type: 'int64' })], {
          attributes: { to: 7 },
          type: 'int64',
        });
        return [alibiBias({ slopes: [0.5, 2] })(g, span, positions)];
      },
    );
    expect(y).toEqual([-0.5, 0, -9, -0.5, -9, 0, -2, 0, -9, -2, -9, 0]);
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
