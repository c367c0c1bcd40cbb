/** A message of a conversation. */
export interface FreeMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** A model that answers live. */
export interface FreeModel {
  readonly versionId: string;
  /** Streams the answer to the last message. Rejects when the engine failed. */
  readonly answer: (messages: readonly FreeMessage[], signal: AbortSignal) => AsyncIterable<string>;
}
