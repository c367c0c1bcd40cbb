import type { GenerateResponse, Tokens } from '@understudy/core';
import type { PreparedRequest } from './growing-text.js';

/** What happens while texts are made. */
export type GenerateEvent =
  | { readonly type: 'text-delta'; readonly text: string }
  | { readonly type: 'finish'; readonly response: GenerateResponse };

/** Makes texts side by side, a token of each at a time. */
export interface TextMaker extends Disposable {
  /** True when no text is in the making. */
  readonly isIdle: boolean;
  /** True when a request can be taken in beside those in the making. */
  hasRoomFor(prepared: PreparedRequest): boolean;
  /** Takes a request in and computes its prompt. `next` is the prompt that will probably come after it. */
  admit(prepared: PreparedRequest, next: Tokens | undefined): Promise<readonly GenerateEvent[]>;
  /** Computes the next token of all texts. */
  step(): Promise<readonly GenerateEvent[]>;
}
