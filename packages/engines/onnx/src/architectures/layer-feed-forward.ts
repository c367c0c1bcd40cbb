import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import type { Activation } from '../parts/activation.js';
import { feedForward } from '../parts/feed-forward.js';
import type { LinearWeights } from '../parts/linear.js';
import { mixtureOfExperts, type Experts } from '../parts/mixture-of-experts.js';
import type { LayerWeights } from '../weights/layer-weights.js';

/** How a layer's feed-forward network is laid out. */
export interface FeedForwardLayout {
  readonly activation: Activation;
  /** The gate is the first half of `ffn_up`. */
  readonly joined?: boolean;
}

/** A layer's feed-forward network, gated where it has a gate. */
export function layerFeedForward(
  g: GraphBuilder,
  x: Value,
  weights: LayerWeights,
  { activation, joined = false }: FeedForwardLayout,
): Value {
  const down = weights.matrix('ffn_down');
  if (joined) {
    const [rows = 0] = weights.shape('ffn_up');
    const half = (start: number): LinearWeights => weights.matrix('ffn_up', { start, count: rows / 2 });
    return feedForward(g, x, { gate: half(0), up: half(rows / 2), down }, activation);
  }
  const gate = weights.has('ffn_gate') ? weights.matrix('ffn_gate') : undefined;
  return feedForward(g, x, { gate, up: weights.matrix('ffn_up'), down }, activation);
}

/** How many experts a layer has, and how they are used. */
export type ExpertsLayout = Omit<Experts, 'router' | 'experts'> & { readonly count: number };

/** A layer's mixture of experts, whose matrices the file stacks. */
export function layerExperts(
  g: GraphBuilder,
  x: Value,
  weights: LayerWeights,
  { count, ...how }: ExpertsLayout,
): Value {
  const expert = (part: string, start: number): LinearWeights => weights.matrix(part, { start, count: 1 });
  const experts = Array.from({ length: count }, (_, i) => ({
    gate: expert('ffn_gate_exps', i),
    up: expert('ffn_up_exps', i),
    down: expert('ffn_down_exps', i),
  }));
  return mixtureOfExperts(g, x, { ...how, router: weights.matrix('ffn_gate_inp'), experts });
}
