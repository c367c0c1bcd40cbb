import type { ChatMessage } from './chat-message.js';
import type { Tokens } from './tokens.js';

/** What a text is to go on from. */
export type GeneratePrompt =
  | { readonly kind: 'tokens'; readonly tokens: Tokens }
  | { readonly kind: 'text'; readonly text: string }
  /** A conversation for a server that applies the model's chat template itself. */
  | { readonly kind: 'chat'; readonly messages: readonly ChatMessage[] };
