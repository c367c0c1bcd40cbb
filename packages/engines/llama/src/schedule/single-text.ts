import type { GenerateResponse, RequestFailure, Tokens } from '@understudy/core';
import type { Batch } from '../context/batch.js';
import type { LogitsRow } from '../decoding/logits-row.js';
import type { TokenChooser } from '../decoding/token-chooser.js';
import { GrowingText, type PreparedRequest, type TextVocabulary } from '../generation/growing-text.js';
import type { LiveText, StepRows } from './live-text.js';
import type { PromptComputer } from './prompt-computer.js';

/** What a text of one sequence is made with. */
export interface SingleTextOptions {
  readonly chooser: TokenChooser;
  readonly vocabulary: TextVocabulary;
  readonly sequence: number;
}

/** A text whose tokens are chosen one by one. */
export class SingleText implements LiveText {
  readonly sequences: readonly number[];
  readonly #prepared: PreparedRequest;
  readonly #options: SingleTextOptions;
  #text: GrowingText;
  #failure: RequestFailure | undefined;

  constructor(prepared: PreparedRequest, options: SingleTextOptions) {
    this.sequences = [options.sequence];
    this.#prepared = prepared;
    this.#options = options;
    this.#text = new GrowingText(prepared, { vocabulary: options.vocabulary, cachedTokens: 0 });
  }

  get isFinished(): boolean {
    return this.#failure !== undefined || this.#text.isFinished;
  }

  /** The last token of prompt and text, and its position. */
  get last(): { readonly token: number; readonly position: number } {
    return { token: this.#text.lastToken, position: this.#text.position };
  }

  async begin(prompts: Pick<PromptComputer, 'compute'>, next: Tokens | undefined): Promise<void> {
    const { prompt, request } = this.#prepared;
    const { sequence, vocabulary } = this.#options;
    const { row, cachedTokens } = await prompts.compute({
      prompt,
      sharedPrefix: request.sharedPrefix,
      next,
      sequence,
    });
    this.#text = new GrowingText(this.#prepared, { vocabulary, cachedTokens });
    this.#choose(row);
  }

  add(batch: Batch): void {
    const { token, position } = this.last;
    batch.add({ tokens: Int32Array.of(token), position, sequences: this.sequences, wanted: () => true });
  }

  advance(rows: StepRows): void {
    this.#choose(rows(0));
  }

  takeDelta(): string {
    return this.#text.takeDelta();
  }

  response(): GenerateResponse {
    return this.#failure ?? this.#text.response();
  }

  [Symbol.dispose](): void {
    this.#options.chooser[Symbol.dispose]();
  }

  #choose(row: LogitsRow): void {
    const token = this.#options.chooser.choose(row);
    if (token === undefined) this.#failure = noTokenAllowed(this.#prepared.request.id);
    else this.#text.advance(token);
  }
}

/** The failure of a text that its grammar lets go on with no token of the vocabulary. */
export function noTokenAllowed(id: number): RequestFailure {
  const message =
    'Generating: no token of the vocabulary continues the text as the grammar (with the other settings of decoding) demands.';
  return { status: 'error', id, code: 'no-token-allowed', message };
}
