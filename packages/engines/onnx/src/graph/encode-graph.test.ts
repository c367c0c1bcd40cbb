import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { openSession } from '../runtime/open-session.js';
import { runGraph } from '../testing/run-graph.js';
import { encodeGraph } from './encode-graph.js';
import { GraphBuilder } from './graph-builder.js';

describe('encodeGraph', () => {
  it('writes inputs, nodes, attributes of each kind and constants so that ONNX Runtime computes them', async () => {
    const [scaled, sliced, leaky] = await runGraph([{ shape: [2, 3], values: [1, -2, 3, 4, 5, 6] }], (g, [x]) => [
      g.node('Mul', [x, g.scalar(0.5)]),
      g.node('Slice', [x, g.integers(1), g.integers(3), g.integers(1)]),
      g.node('Transpose', [g.node('LeakyRelu', [x], { attributes: { alpha: { float: 2 } } })], {
        attributes: { perm: [1, 0] },
      }),
    ]);
    expect(scaled).toEqual([0.5, -1, 1.5, 2, 2.5, 3]);
    expect(sliced).toEqual([-2, 3, 5, 6]);
    expect(leaky).toEqual([1, 4, -4, 5, 3, 6]);
  });

  it('names axes that differ from call to call', async () => {
    const g = new GraphBuilder('axes');
    const x = g.input('x', 'float32', ['rows', 2]);
    const y = g.node('Neg', [x]);
    g.output(y);
    const session = await InferenceSession.create(encodeGraph(g.build()));
    expect(session.inputMetadata[0]).toMatchObject({ name: 'x', type: 'float32', shape: ['rows', 2] });
    for (const rows of [1, 3]) {
      const result = await session.run({ x: new Tensor('float32', new Float32Array(rows * 2).fill(1), [rows, 2]) });
      expect(result[y.name]?.dims).toEqual([rows, 2]);
    }
  });

  it('leaves weights in their file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onnx-'));
    const path = join(folder, 'weights.bin');
    writeFileSync(path, Buffer.concat([Buffer.alloc(64), Buffer.from(Float32Array.of(1, 2, 3, 4).buffer)]));
    const g = new GraphBuilder('weights');
    const weight = g.weight('w', [2, 2], { location: 'weights.bin', offset: 64, sizeBytes: 16 });
    const y = g.node('MatMul', [g.input('x', 'float32', [1, 2]), weight]);
    g.output(y);
    expect(encodeGraph(g.build()).length).toBeLessThan(300);
    const session = await openSession({ graph: g.build(), weightsPath: path, threads: 1 });
    const result = await session.run({ x: new Tensor('float32', Float32Array.of(10, 1), [1, 2]) });
    expect(result[y.name]?.data).toEqual(Float32Array.of(13, 24));
    await session.release();
    rmSync(folder, { recursive: true });
  });
});

describe('GraphBuilder', () => {
  it('refuses one weight in two shapes', () => {
    const g = new GraphBuilder('twice');
    const data = { location: 'weights.bin', offset: 0, sizeBytes: 16 };
    expect(g.weight('w', [2, 2], data)).toEqual(g.weight('w', [2, 2], data));
    expect(() => g.weight('w', [4], data)).toThrow('The weight w is used with the shapes [2, 2] and [4].');
  });
});
