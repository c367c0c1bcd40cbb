import { InferenceSession, Tensor } from 'onnxruntime-node';
import { encodeGraph } from '../graph/encode-graph.js';
import { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** A float32 tensor for a test. */
export interface TestTensor {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** Builds a graph on inputs of the given shapes, runs it in ONNX Runtime, and returns the values of each output. */
export async function runGraph(
  inputs: readonly TestTensor[],
  build: (g: GraphBuilder, inputs: readonly Value[]) => readonly Value[],
): Promise<readonly (readonly number[])[]> {
  const g = new GraphBuilder('test');
  const values = inputs.map(({ shape }, i) => g.input(`input_${i}`, 'float32', shape));
  const outputs = build(g, values);
  outputs.forEach((output) => g.output(output));
  const session = await InferenceSession.create(encodeGraph(g.build()), { intraOpNumThreads: 1, logSeverityLevel: 3 });
  const feeds = inputs.map((input, i) => {
    return [`input_${i}`, new Tensor('float32', Float32Array.from(input.values), input.shape)] as const;
  });
  const results = await session.run(Object.fromEntries(feeds));
  await session.release();
  return outputs.map(({ name }) => Array.from(results[name]!.data as Iterable<number | bigint>, Number));
}
