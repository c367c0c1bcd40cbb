import { Sampler } from '../context/sampler.js';
import type { PreparedRequest } from '../generation/growing-text.js';
import type { LogitsProcessor } from './logits-processor.js';
import { logitsProcessors } from './logits-processors.js';
import type { LogitsRow } from './logits-row.js';
import { TextConstraint, type ConstraintTools } from './text-constraint.js';
import { TokenHistory } from './token-history.js';

/**
 * Chooses the tokens of one text: its request's processors change the logits, its constraint rules out what cannot come next, then its
 * sampler takes one.
 */
export class TokenChooser implements Disposable {
  readonly #tools: ConstraintTools;
  readonly #processors: readonly LogitsProcessor[];
  readonly #constraint: TextConstraint | undefined;
  readonly #sampler: Sampler;
  readonly #history: TokenHistory;
  readonly #isGreedy: boolean;

  /**
   * `candidates` are room for one row, shared by all texts.
   * @throws UserError for a grammar or a schema that cannot be used
   */
  constructor({ request: { sampling, decoding = {} }, prompt }: PreparedRequest, tools: ConstraintTools) {
    const { constraint } = decoding;
    this.#tools = tools;
    this.#processors = logitsProcessors(decoding, tools.vocabulary);
    this.#constraint = constraint === undefined ? undefined : new TextConstraint(constraint, tools);
    this.#sampler = new Sampler(sampling);
    this.#history = new TokenHistory(prompt);
    this.#isGreedy = sampling.temperature <= 0;
  }

  /** Prompt and text so far. */
  get history(): readonly number[] {
    return this.#history.tokens;
  }

  /** The next token; undefined when none can come next. The row's logits are changed. */
  choose({ values, place }: LogitsRow): number | undefined {
    for (const process of this.#processors) process(values, this.#history);
    const token = this.#next(values, place);
    if (token !== undefined) this.#history.add(token);
    return token;
  }

  [Symbol.dispose](): void {
    this.#sampler[Symbol.dispose]();
    this.#constraint?.[Symbol.dispose]();
  }

  #next(values: Float32Array, place: LogitsRow['place']): number | undefined {
    if (this.#constraint !== undefined) {
      return this.#constraint.choose(values, this.#sampler, { isGreedy: this.#isGreedy });
    }
    if (place !== undefined) return this.#sampler.sample(place.context, place.index);
    this.#tools.candidates.fill(values);
    return this.#sampler.choose(this.#tools.candidates);
  }
}
