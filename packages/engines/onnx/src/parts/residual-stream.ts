import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/value.js';
import { rmsNorm } from './rms-norm.js';
import { selectRows } from './select-rows.js';

/**
 * The residual stream of a pre-norm transformer: branches are added to it, and read it normalised. An addition waits for the
 * norm that follows it, so that both become one operation.
 */
export class ResidualStream {
  readonly #g: GraphBuilder;
  readonly #epsilon: number;
  #sum: Value;
  #pending: Value | undefined;

  constructor(g: GraphBuilder, start: Value, epsilon: number) {
    this.#g = g;
    this.#sum = start;
    this.#epsilon = epsilon;
  }

  add(branch: Value): void {
    this.#sum = this.#settled();
    this.#pending = branch;
  }

  /** RMSNorm of the stream. */
  norm(weight: Value): Value {
    if (this.#pending === undefined) {
      return rmsNorm(this.#g, this.#sum, weight, this.#epsilon);
    }
    const [normed, , , sum] = this.#g.nodes('SkipSimplifiedLayerNormalization', [this.#sum, this.#pending, weight], 4, {
      domain: 'com.microsoft',
      attributes: { epsilon: { float: this.#epsilon } },
    });
    this.#pending = undefined;
    // Four outputs were asked for: the norm, two statistics that stay empty on a CPU, and the sum.
    this.#sum = sum as Value;
    return normed as Value;
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
