import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import type { Activation } from './activation.js';
import { feedForward, type FeedForwardWeights } from './feed-forward.js';
import { linear, type LinearWeights } from './linear.js';

/** A router and the networks it chooses from. */
export interface Experts {
  /** [experts, embeddingLength]: a token's score for each expert. */
  readonly router: LinearWeights;
  readonly experts: readonly FeedForwardWeights[];
  /** Experts a token goes through. */
  readonly used: number;
  /** True when the weights of those used are made to sum to one (Mixtral); else they are shares of all (Grok). */
  readonly renormalised: boolean;
  readonly activation: Activation;
}

/**
 * A sparse mixture of experts (Shazeer et al. 2017, arXiv:1701.06538; Mixtral, arXiv:2401.04088): a softmax over the router's scores, the
 * best few experts, and the sum of what they make of the token, weighted. Each expert is given the tokens that chose it and no others.
 * x: [..., embeddingLength].
 */
export function mixtureOfExperts(g: GraphBuilder, x: Value, { used, renormalised, ...parts }: Experts): Value {
  const tokens = withSpareRow(g, g.node('Flatten', [x], { attributes: { axis: -1 } }));
  const shares = g.node('Softmax', [linear(g, tokens, parts.router)], { attributes: { axis: -1 } });
  const [best, chosen] = g.nodes('TopK', [shares, g.integers(used)], 2, { attributes: { axis: -1 } }) as [Value, Value];
  const weights = renormalised ? g.node('Div', [best, g.node('ReduceSum', [best, g.integers(-1)])]) : best;
  const nothing = g.node('ConstantOfShape', [g.node('Shape', [tokens], { type: 'int64' })]);
  const mixed = parts.experts.reduce((sofar, expert, i) => {
    const isHere = g.node('Equal', [chosen, g.integer(i)], { type: 'bool' });
    // Token and rank of each choice of this expert: [choices, 2].
    const choices = g.node('Transpose', [g.node('NonZero', [isHere], { type: 'int64' })], { type: 'int64' });
    const [token] = g.nodes('Split', [choices], 2, { attributes: { axis: 1, num_outputs: 2 }, type: 'int64' });
    const inputs = g.node('GatherND', [tokens, token]);
    const weight = g.node('Unsqueeze', [g.node('GatherND', [weights, choices]), g.integers(-1)]);
    const product = g.node('Mul', [feedForward(g, inputs, expert, parts.activation), weight]);
    return g.node('ScatterND', [sofar, token, product], { attributes: { reduction: 'add' } });
  }, nothing);
  const withoutSpare = g.node('Slice', [mixed, g.integers(0), g.integers(-1), g.integers(0)]);
  return g.node('Reshape', [withoutSpare, g.node('Shape', [x], { type: 'int64' })]);
}

/** A row of zeros behind the others: ONNX Runtime 1.30 divides by zero in TopK where a pass has no row to be scored. */
function withSpareRow(g: GraphBuilder, rows: Value): Value {
  const first = g.node('Shape', [rows], { attributes: { start: 1, end: 2 }, type: 'int64' });
  const shape = g.node('Concat', [g.integers(1), first], { attributes: { axis: 0 }, type: 'int64' });
  return g.node('Concat', [rows, g.node('ConstantOfShape', [shape])], { attributes: { axis: 0 } });
}
