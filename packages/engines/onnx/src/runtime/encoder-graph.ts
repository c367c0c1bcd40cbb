import type { Encoder, TextModel } from '../architectures/text-model.js';
import { GraphBuilder } from '../graph/graph-builder.js';
import type { Graph } from '../graph/graph.js';
import type { Value } from '../graph/value.js';

/** The encoder's graph, with the names its outputs have: K and V for each layer of the decoder. */
export interface EncoderGraph {
  readonly graph: Graph;
  readonly layers: readonly { readonly key: string; readonly value: string }[];
}

/** The graph of a model's encoder. Inputs: `tokens` and `mask` [batch, width]; `cos` and `sin`, if the model rotates. */
export function encoderGraph(encoder: Encoder, { rotaryTables }: Pick<TextModel, 'rotaryTables'>): EncoderGraph {
  const g = new GraphBuilder('encoder');
  const tokens = g.input('tokens', 'int32', ['batch', 'width']);
  const mask = g.input('mask', 'int32', ['batch', 'width']);
  const [table] = rotaryTables;
  const angles = (name: string): Value => g.input(name, 'float32', ['places', (table?.dimensions ?? 0) / 2]);
  const rotary = table === undefined ? undefined : { cos: angles('cos'), sin: angles('sin') };
  const layers = encoder.body(g, { tokens, mask, rotary });
  layers.forEach(({ key, value }) => {
    g.output(key);
    g.output(value);
  });
  return { graph: g.build(), layers: layers.map(({ key, value }) => ({ key: key.name, value: value.name })) };
}
