import type { GenerateResponse, Tokens } from '@understudy/core';
import type { Batch } from '../context/batch.js';
import type { LogitsRow } from '../decoding/logits-row.js';
import type { Draftable } from './drafter.js';
import type { PromptComputer } from './prompt-computer.js';

/** The rows that a text asked for in a decode call, by the order in which it added their tokens. */
export type StepRows = (offset: number) => LogitsRow;

/** A text in the making, and the sequences of the context that it has for itself. */
export interface LiveText extends Disposable {
  readonly sequences: readonly number[];
  readonly isFinished: boolean;
  /** The text itself, where drafts can be made for it. */
  readonly draftable?: Draftable | undefined;
  /** Computes the prompt and chooses the first token. `next` is the prompt that will probably come after it. */
  begin(prompts: PromptComputer, next: Tokens | undefined): Promise<void>;
  /** Adds what the next tokens are computed from; the logits of all of it are wanted. */
  add(batch: Batch): void;
  /** Chooses the next tokens. */
  advance(rows: StepRows): void;
  /** Text that has become certain since this was last asked for. */
  takeDelta(): string;
  /** The answer, once the text is finished. */
  response(): GenerateResponse;
}
