import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { norm, skipNorm, type Norm, type NormWeights } from './norm.js';
import { selectRows } from './select-rows.js';

/**
 * The residual stream of a pre-norm transformer: branches are added to it, and read it normalised. An addition waits for the
 * norm that follows it, so that both become one operation.
 */
export class ResidualStream {
  readonly #g: GraphBuilder;
  readonly #norm: Norm;
  #sum: Value;
  #pending: Value | undefined;

  constructor(g: GraphBuilder, start: Value, normOfStream: Norm) {
    this.#g = g;
    this.#sum = start;
    this.#norm = normOfStream;
  }

  add(branch: Value): void {
    this.#sum = this.#settled();
    this.#pending = branch;
  }

  /** The stream, normalised. */
  norm(weights: NormWeights): Value {
    if (this.#pending === undefined) {
      return norm(this.#g, this.#sum, weights, this.#norm);
    }
    const { normed, sum } = skipNorm(this.#g, [this.#sum, this.#pending], weights, this.#norm);
    this.#pending = undefined;
    this.#sum = sum;
    return normed;
  }

  /** Begins anew with another value. */
  restart(start: Value): void {
    this.#sum = start;
    this.#pending = undefined;
  }

  /** From here on only the given rows matter: the stream becomes [rows, length]. */
  select(rows: Value): void {
    this.#sum = selectRows(this.#g, this.#settled(), rows);
  }

  #settled(): Value {
    const settled = this.#pending === undefined ? this.#sum : this.#g.node('Add', [this.#sum, this.#pending]);
    this.#pending = undefined;
    return settled;
  }
}
