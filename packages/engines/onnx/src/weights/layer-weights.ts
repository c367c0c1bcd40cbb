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

/** The weights of one layer in a graph, by their names in GGUF files without the layer's own (`blk.3`) and without `.weight`. */
export class LayerWeights {
  readonly #g: GraphBuilder;
  readonly #weights: Weights;
  readonly #layer: string;

  constructor(g: GraphBuilder, weights: Weights, layer: string) {
    this.#g = g;
    this.#weights = weights;
    this.#layer = layer;
  }

  has(part: string): boolean {
    return this.#weights.has(`${this.#layer}.${part}.weight`);
  }

  /** Lengths along the axes, slowest first. */
  shape(part: string): readonly number[] {
    return this.#weights.shape(`${this.#layer}.${part}.weight`);
  }

  matrix(part: string, rows?: Rows): LinearWeights {
    return linearWeights(this.#g, this.#weights, `${this.#layer}.${part}`, rows);
  }

  norm(part: string): NormWeights {
    return normWeights(this.#g, this.#weights, `${this.#layer}.${part}`);
  }
}
