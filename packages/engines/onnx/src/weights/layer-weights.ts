import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import type { LinearWeights } from '../parts/linear.js';
import type { NormWeights } from '../parts/norm.js';
import type { Rows, Weights } from './weights.js';

/** A matrix by its name without `.weight`, and its bias where the model has one; of both only some rows, if asked for. */
export function linearWeights(g: GraphBuilder, weights: Weights, name: string, rows?: Rows): LinearWeights {
  const take = (tensor: string): Value => (rows === undefined ? weights.in(g, tensor) : weights.rows(g, tensor, rows));
  return { weight: take(`${name}.weight`), bias: weights.has(`${name}.bias`) ? take(`${name}.bias`) : undefined };
}

/** The weights of a norm by its name without `.weight`. */
export function normWeights(g: GraphBuilder, weights: Weights, name: string): NormWeights {
  return linearWeights(g, weights, name);
}
