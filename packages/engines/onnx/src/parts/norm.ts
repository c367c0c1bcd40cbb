import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';

/** How an architecture normalises, always over the last axis. */
export interface Norm {
  readonly kind: 'rms' | 'layer';
  readonly epsilon: number;
}

/** What a norm multiplies by, and adds where it has a bias: [length] each. */
export interface NormWeights {
  readonly weight: Value;
  readonly bias?: Value | undefined;
}

/**
 * RMSNorm: x / √(mean(x²) + ε) · weight (Zhang & Sennrich 2019, arXiv:1910.07467); LayerNorm: (x − mean(x)) / √(var(x) + ε) · weight +
 * bias (Ba et al. 2016, arXiv:1607.06450).
 */
export function norm(g: GraphBuilder, x: Value, { weight, bias }: NormWeights, { kind, epsilon }: Norm): Value {
  const attributes = { axis: -1, epsilon: { float: epsilon }, stash_type: 1 };
  return kind === 'rms'
    ? g.node('SimplifiedLayerNormalization', [x, weight], { attributes })
    : g.node('LayerNormalization', bias === undefined ? [x, weight] : [x, weight, bias], { attributes });
}

/** The norm of a sum, and the sum, in one operation. */
export function skipNorm(
  g: GraphBuilder,
  terms: readonly [Value, Value],
  { weight, bias }: NormWeights,
  { kind, epsilon }: Norm,
): { readonly normed: Value; readonly sum: Value } {
  const [operator, inputs] =
    kind === 'rms'
      ? ['SkipSimplifiedLayerNormalization', [...terms, weight]]
      : ['SkipLayerNormalization', bias === undefined ? [...terms, weight] : [...terms, weight, bias]];
  const [normed, , , sum] = g.nodes(operator, inputs, 4, {
    domain: 'com.microsoft',
    attributes: { epsilon: { float: epsilon } },
  });
  // Four outputs were asked for: the norm, two statistics that stay empty on a CPU, and the sum.
  return { normed: normed as Value, sum: sum as Value };
}
