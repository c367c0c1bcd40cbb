import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** SiLU, GELU by the error function, GELU by its tanh approximation ("gelu_new", "gelu_fast", …), ReLU. */
export type Activation = 'silu' | 'gelu' | 'gelu-tanh' | 'relu';

/** The activation of each element. GELU: Hendrycks & Gimpel 2016, arXiv:1606.08415; SiLU(z) = z · σ(z). */
export function activation(g: GraphBuilder, z: Value, kind: Activation): Value {
  switch (kind) {
    case 'silu':
      // QuickGelu is z · σ(αz).
      return g.node('QuickGelu', [z], { domain: 'com.microsoft', attributes: { alpha: { float: 1 } } });
    case 'gelu':
      return g.node('Gelu', [z], { attributes: { approximate: 'none' } });
    case 'gelu-tanh':
      return g.node('Gelu', [z], { attributes: { approximate: 'tanh' } });
    case 'relu':
      return g.node('Relu', [z]);
    default:
      return kind satisfies never;
  }
}
