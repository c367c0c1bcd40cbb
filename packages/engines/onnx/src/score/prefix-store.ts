import type { LayerShape } from '../architectures/text-model.js';
import { canCut, cutPrefix, emptyPrefix, type KvPrefix } from '../runtime/kv-prefix.js';
import { commonLength } from './token-tree.js';
import type { TreeScorer } from './tree-scorer.js';

/** Remembers K and V of the prefix that was used last. */
export class PrefixStore {
  readonly #scorer: TreeScorer;
  readonly #layers: readonly LayerShape[];
  readonly empty: KvPrefix;
  #tokens = new Int32Array();
  #prefix: KvPrefix;

  constructor(scorer: TreeScorer, layers: readonly LayerShape[]) {
    this.#scorer = scorer;
    this.#layers = layers;
    this.empty = emptyPrefix(layers);
    this.#prefix = this.empty;
  }

  /** K and V of the tokens; what they share with the last prefix is cut out of it and not computed again. */
  async get(tokens: Int32Array): Promise<KvPrefix> {
    const shared = commonLength(tokens, this.#tokens);
    const base = canCut(this.#prefix, this.#layers, shared)
      ? cutPrefix(this.#prefix, this.#layers, shared)
      : this.empty;
    return this.#remember(tokens, await this.#scorer.extend(base, tokens.subarray(base.length)));
  }

  /** The same, always computed in the same chunks, so that the numbers depend on these tokens alone. */
  async getFixed(tokens: Int32Array): Promise<KvPrefix> {
    const isSame = tokens.length === this.#tokens.length && commonLength(tokens, this.#tokens) === tokens.length;
    return isSame ? this.#prefix : this.#remember(tokens, await this.#scorer.extend(this.empty, tokens));
  }

  #remember(tokens: Int32Array, prefix: KvPrefix): KvPrefix {
    this.#tokens = tokens.slice();
    this.#prefix = prefix;
    return prefix;
  }
}
