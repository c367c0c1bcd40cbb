import type { Adapter } from './adapter.js';
import type { ChatTemplate } from './chat-template.js';

/** A local model, ready to be opened: what the catalog hands to the engines. */
export interface ModelFiles {
  /** Name to show: the catalog id or the model spec. */
  readonly name: string;
  /** The GGUF file, or the parts of a split one in order. */
  readonly paths: readonly [string, ...string[]];
  /** SHA-256 of the content (of the parts' hashes for a split file), lower-case hexadecimal. */
  readonly identity: string;
  /** The chat template of the model's card, for a file that has none. */
  readonly chatTemplate?: ChatTemplate | undefined;
  /**
   * Tokens that a token sees in every layer, by the model's card or the user, where the file leaves out that its model has such a
   * window (Mistral 7B v0.1).
   */
  readonly slidingWindow?: number | undefined;
  /** Adapters that are laid over the model, together. */
  readonly adapters?: readonly Adapter[] | undefined;
  /** A smaller model with the same vocabulary that guesses the next tokens of texts; the texts stay the same. */
  readonly draft?: ModelFiles | undefined;
}
