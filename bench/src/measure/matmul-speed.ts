import { availableParallelism } from 'node:os';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { matmulGraph, type MatmulShape } from './matmul-graph.js';

// Program: prints `{"gflops": …}`, what ONNX Runtime's float32 matrix product reaches on this machine, the best of some shapes.

const SHAPES: readonly MatmulShape[] = [
  { rows: 512, inner: 1536, columns: 4096 },
  { rows: 1024, inner: 1536, columns: 4096 },
  { rows: 2048, inner: 2048, columns: 2048 },
];
const WARM_UPS = 2;
const SECONDS = 2;

/** Operations a second of one shape, in thousand millions: the median of all products in some seconds. */
async function speed(shape: MatmulShape): Promise<number> {
  const session = await InferenceSession.create(matmulGraph(shape), { intraOpNumThreads: availableParallelism() });
  const { rows, inner, columns } = shape;
  const a = new Tensor('float32', new Float32Array(rows * inner).fill(1), [rows, inner]);
  for (let at = 0; at < WARM_UPS; at++) await session.run({ a });
  const times: number[] = [];
  const until = performance.now() + 1000 * SECONDS;
  while (performance.now() < until) {
    const startedAt = performance.now();
    await session.run({ a });
    times.push(performance.now() - startedAt);
  }
  await session.release();
  const median = times.sort((x, y) => x - y)[Math.floor(times.length / 2)] ?? Number.NaN;
  return (2 * rows * inner * columns) / (1e6 * median);
}

let gflops = 0;
for (const shape of SHAPES) gflops = Math.max(gflops, await speed(shape));
process.stdout.write(`${JSON.stringify({ gflops })}\n`);
