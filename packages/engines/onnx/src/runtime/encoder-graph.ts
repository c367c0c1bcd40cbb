import type { Encoder } from '../architectures/text-model.js';
import { GraphBuilder } from '../graph/graph-builder.js';
import type { Graph } from '../graph/graph.js';

/** The encoder's graph, with the names its outputs have: K and V for each layer of the decoder. */
export interface EncoderGraph {
  readonly graph: Graph;
  readonly layers: readonly { readonly key: string; readonly value: string }[];
}

/** The graph of a model's encoder. Inputs: `tokens` and `mask` [batch, width]. */
export function encoderGraph(encoder: Encoder): EncoderGraph {
  const g = new GraphBuilder('encoder');
  const tokens = g.input('tokens', 'int32', ['batch', 'width']);
  const mask = g.input('mask', 'int32', ['batch', 'width']);
  const layers = encoder.body(g, { tokens, mask });
  layers.forEach(({ key, value }) => {
    g.output(key);
    g.output(value);
  });
  return { graph: g.build(), layers: layers.map(({ key, value }) => ({ key: key.name, value: value.name })) };
}
