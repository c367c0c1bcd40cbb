import { InferenceSession, Tensor } from 'onnxruntime-node';
import { encodeGraph } from '../graph/encode-graph.js';
import { GraphBuilder } from '../graph/graph-builder.js';

/** What is multiplied: two square matrices of this length, so often. */
export interface MatrixProductOptions {
  readonly threads: number;
  readonly length: number;
  readonly repeats: number;
}

/** Floating-point operations a second that a plain large `MatMul` reaches in ONNX Runtime here and now: the best of some runs. */
export async function matrixProductSpeed({ threads, length, repeats }: MatrixProductOptions): Promise<number> {
  const g = new GraphBuilder('product');
  const axes = [length, length];
  g.output(g.node('MatMul', [g.input('a', 'float32', axes), g.input('b', 'float32', axes)]));
  const session = await InferenceSession.create(encodeGraph(g.build()), { intraOpNumThreads: threads });
  const matrix = () => new Tensor('float32', new Float32Array(length * length).fill(0.5), axes);
  const feeds = { a: matrix(), b: matrix() };
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < repeats; i++) {
    const start = performance.now();
    await session.run(feeds);
    best = Math.min(best, performance.now() - start);
  }
  await session.release();
  return (2 * length ** 3) / (best / 1000);
}
