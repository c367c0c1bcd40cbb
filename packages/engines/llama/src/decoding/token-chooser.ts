import type { GenerateRequest, Tokens } from '@understudy/core';
import type { Context, Logits } from '../context/context.js';
import { Sampler } from '../context/sampler.js';
import type { LogitsProcessor } from './logits-processor.js';
import { logitsProcessors } from './logits-processors.js';
import { TokenHistory } from './token-history.js';

/** A row of logits of the last decode call. */
export interface LogitsRow {
  readonly context: Context;
  readonly logits: Logits;
  /** Its place among the rows. */
  readonly row: number;
  /** The place of its token in the batch. */
  readonly index: number;
}

/** Chooses the tokens of one text: its request's processors change the logits, then its sampler takes one. */
export class TokenChooser implements Disposable {
  readonly #processors: readonly LogitsProcessor[];
  readonly #sampler: Sampler;
  readonly #history: TokenHistory;

  constructor({ sampling, decoding }: GenerateRequest, prompt: Tokens) {
    this.#processors = logitsProcessors(decoding);
    this.#sampler = new Sampler(sampling);
    this.#history = new TokenHistory(prompt);
  }

  /** The next token. The row's logits are changed. */
  choose({ context, logits, row, index }: LogitsRow): number {
    if (this.#processors.length > 0) {
      const values = logits.row(row);
      for (const process of this.#processors) process(values, this.#history);
    }
    const token = this.#sampler.sample(context, index);
    this.#history.add(token);
    return token;
  }

  [Symbol.dispose](): void {
    this.#sampler[Symbol.dispose]();
  }
}
