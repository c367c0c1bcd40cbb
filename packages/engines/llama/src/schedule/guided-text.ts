import type { GenerateResponse, Tokens } from '@understudy/core';
import type { Batch } from '../context/batch.js';
import type { LogProbabilityReader } from '../context/log-probability.js';
import { guide } from '../decoding/guidance.js';
import type { PreparedRequest } from '../generation/growing-text.js';
import type { LiveText, StepRows } from './live-text.js';
import type { ComputedPrompt, PromptComputer, PromptRequest } from './prompt-computer.js';
import { SingleText, type SingleTextOptions } from './single-text.js';

/** What a guided text is made with beside a plain one. */
export interface GuidedTextOptions extends SingleTextOptions {
  /** The sequence of the text behind the negative prompt. */
  readonly negativeSequence: number;
  readonly scale: number;
  readonly negativePrompt: Tokens;
  readonly reader: LogProbabilityReader;
}

/** A text that also stands behind a negative prompt, in a sequence of its own; what the model says there guides the choice. */
export class GuidedText implements LiveText {
  readonly sequences: readonly number[];
  readonly #text: SingleText;
  readonly #options: GuidedTextOptions;
  readonly #offset: number;

  constructor(prepared: PreparedRequest, options: GuidedTextOptions) {
    this.#text = new SingleText(prepared, options);
    this.#options = options;
    this.#offset = options.negativePrompt.length - prepared.prompt.length;
    this.sequences = [options.sequence, options.negativeSequence];
  }

  get isFinished(): boolean {
    return this.#text.isFinished;
  }

  async begin(prompts: PromptComputer, next: Tokens | undefined): Promise<void> {
    const { negativePrompt: prompt, negativeSequence: sequence } = this.#options;
    const negative = await prompts.compute({ prompt, sharedPrefix: 0, next: undefined, sequence });
    const without = negative.row.values.slice();
    await this.#text.begin(
      {
        compute: async (request: PromptRequest): Promise<ComputedPrompt> => {
          const computed = await prompts.compute(request);
          guide(computed.row.values, without, this.#options);
          return computed;
        },
      },
      next,
    );
  }

  add(batch: Batch): void {
    const { token, position } = this.#text.last;
    const run = { tokens: Int32Array.of(token), wanted: () => true };
    batch.add({ ...run, position, sequences: [this.#options.sequence] });
    batch.add({ ...run, position: position + this.#offset, sequences: [this.#options.negativeSequence] });
  }

  advance(rows: StepRows): void {
    guide(rows(0).values, rows(1).values, this.#options);
    this.#text.advance(rows);
  }

  takeDelta(): string {
    return this.#text.takeDelta();
  }

  response(): GenerateResponse {
    return this.#text.response();
  }

  [Symbol.dispose](): void {
    this.#text[Symbol.dispose]();
  }
}
