import type {
  AttentionInputs,
  CrossInputs,
  LayerCache,
  LayerShape,
  SpanInputs,
  TextModel,
} from '../architectures/text-model.js';
import { GraphBuilder } from '../graph/graph-builder.js';
import type { Graph } from '../graph/graph.js';
import type { Value } from '../graph/value.js';

/** Name of the span a layer attends over. Layers of one span share their bias. */
export function spanName({ window }: LayerShape): string {
  return window === undefined ? 'full' : `window_${window}`;
}

/** The body's graph, with the names its outputs have. */
export interface BodyGraph {
  readonly graph: Graph;
  readonly hidden: string;
  readonly presents: readonly { readonly key: string; readonly value: string }[];
}

/**
 * The graph of a model's body. Inputs: `tokens` and `positions` [batch, width]; `rows` to be scored; for each span `bias_*`, `lengths_*`,
 * `total_*`, and `columns_*` where the model reads places of columns; `cos_*` and `sin_*` of each rotary table; `past_key_*` and
 * `past_value_*` of each layer; where an encoder reads contexts, `cross_key_*`, `cross_value_*` of each layer with one `cross_mask`, or
 * `context_lengths`.
 */
export function bodyGraph(model: TextModel): BodyGraph {
  const g = new GraphBuilder('body');
  const tokens = g.input('tokens', 'int32', ['batch', 'width']);
  const positions = g.input('positions', 'int64', ['batch', 'width']);
  const rows = g.input('rows', 'int32', ['rows']);
  const tables = model.rotaryTables.map(({ dimensions }, i) => ({
    cos: g.input(`cos_${i}`, 'float32', ['places', dimensions / 2]),
    sin: g.input(`sin_${i}`, 'float32', ['places', dimensions / 2]),
  }));
  const spans = spanInputs(g, model);
  const crossMask =
    model.encoder?.seenBy === 'cross-attention' ? g.input('cross_mask', 'int32', ['batch', 'encoded']) : undefined;
  const contextLengths =
    model.encoder?.seenBy === 'self-attention' ? g.input('context_lengths', 'int64', ['batch', 1]) : undefined;
  const layers = model.layers.map((layer, i): AttentionInputs => {
    const span = spanName(layer);
    const cacheShape = ['batch', layer.kvHeads, `prefix_${span}`, layer.headLength];
    return {
      past: {
        key: g.input(`past_key_${i}`, 'float32', cacheShape),
        value: g.input(`past_value_${i}`, 'float32', cacheShape),
      },
      span: spans.get(span)!, // Made from the same layers.
      rotary: layer.rotary === undefined ? undefined : tables[layer.rotary],
      cross: crossMask === undefined ? undefined : crossInputs(g, layer, i, crossMask),
      positions,
    };
  });
  const { hidden, presents } = model.body(g, { tokens, positions, contextLengths, rows, layers });
  g.output(hidden);
  presents.forEach(({ key, value }: LayerCache) => {
    g.output(key);
    g.output(value);
  });
  return {
    graph: g.build(),
    hidden: hidden.name,
    presents: presents.map(({ key, value }) => ({ key: key.name, value: value.name })),
  };
}

function spanInputs(g: GraphBuilder, { layers, readsColumnPositions }: TextModel): ReadonlyMap<string, SpanInputs> {
  const names = [...new Set(layers.map(spanName))];
  return new Map(
    names.map((name) => [
      name,
      {
        bias: g.input(`bias_${name}`, 'float32', ['batch', 1, 'width', `columns_${name}`]),
        lengths: g.input(`lengths_${name}`, 'int32', ['batch']),
        total: g.input(`total_${name}`, 'int32', [1]),
        columns: readsColumnPositions
          ? g.input(`columns_${name}`, 'float32', ['batch', 1, 1, `columns_${name}`])
          : undefined,
      },
    ]),
  );
}

function crossInputs(g: GraphBuilder, { kvHeads, headLength }: LayerShape, i: number, mask: Value): CrossInputs {
  const shape = ['batch', kvHeads, 'encoded', headLength];
  return {
    key: g.input(`cross_key_${i}`, 'float32', shape),
    value: g.input(`cross_value_${i}`, 'float32', shape),
    mask,
  };
}
