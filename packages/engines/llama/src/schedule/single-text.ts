import type { GenerateResponse, RequestFailure, Tokens } from '@understudy/core';
import type { Batch } from '../context/batch.js';
import type { Context } from '../context/context.js';
import type { LogitsRow } from '../decoding/logits-row.js';
import type { TokenChooser } from '../decoding/token-chooser.js';
import { GrowingText, type PreparedRequest, type TextVocabulary } from '../generation/growing-text.js';
import { DraftLength } from './draft-length.js';
import type { Draftable } from './drafter.js';
import type { LiveText, StepRows } from './live-text.js';
import type { PromptComputer } from './prompt-computer.js';

/** What a text of one sequence is made with. */
export interface SingleTextOptions {
  readonly context: Context;
  readonly chooser: TokenChooser;
  readonly vocabulary: TextVocabulary;
  readonly sequence: number;
}

/**
 * A text whose tokens are chosen one by one. Where it has a draft, the logits after each token of it are computed in the same call; they
 * are used as long as the draft has the tokens that are chosen, so that a draft changes nothing but the number of calls.
 */
export class SingleText implements LiveText, Draftable {
  readonly draftLength = new DraftLength();
  readonly sequences: readonly number[];
  readonly #prepared: PreparedRequest;
  readonly #options: SingleTextOptions;
  #text: GrowingText;
  #draft: readonly number[] = [];
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

  get draftable(): Draftable {
    return this;
  }

  get sequence(): number {
    return this.#options.sequence;
  }

  get tokens(): readonly number[] {
    return this.#options.chooser.history;
  }

  /** The token that is chosen after a draft counts, too. */
  get room(): number {
    return this.#prepared.prompt.length + this.#prepared.maxTokens - this.tokens.length - 1;
  }

  takeDraft(tokens: readonly number[]): void {
    this.#draft = tokens;
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
    batch.add({
      tokens: Int32Array.of(token, ...this.#draft),
      position,
      sequences: this.sequences,
      wanted: () => true,
    });
  }

  advance(rows: StepRows): void {
    const draft = this.#draft;
    this.#draft = [];
    let right = 0;
    this.#choose(rows(0));
    while (right < draft.length && !this.isFinished && draft[right] === this.last.token) {
      right += 1;
      this.#choose(rows(right));
    }
    if (draft.length === 0 || this.isFinished) return;
    this.draftLength.judge(right === draft.length);
    this.#options.context.removeSequence(this.sequence, this.last.position);
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
