import type { GeneratePrompt, Tokenizer } from '@understudy/core';
import type { ChatMessage, ChatRenderer } from '@understudy/tasks';

/** A conversation as the engine takes it. */
export interface WrittenPrompt {
  readonly prompt: GeneratePrompt;
  /** Tokens of it; 0 where only the server can count them. */
  readonly length: number;
}

/** Makes a prompt of messages that ends where the next answer begins. */
export type PromptWriter = (messages: readonly ChatMessage[]) => Promise<WrittenPrompt>;

/** Applies a chat template here, for an engine with a tokenizer. */
export function templateWriter(renderer: ChatRenderer, tokenizer: Tokenizer): PromptWriter {
  return async (messages) => {
    const text = renderer.render(messages, { ending: 'answer' });
    // Templates write BOS themselves where the model wants it.
    const { bos } = tokenizer.info;
    const addSpecial = bos === undefined || !text.startsWith(bos.text);
    const [tokens = new Int32Array()] = await tokenizer.encode([text], { addSpecial });
    return { prompt: { kind: 'tokens', tokens }, length: tokens.length };
  };
}

/** Applies a chat template here, for a server that continues texts. */
export function textWriter(renderer: ChatRenderer): PromptWriter {
  return async (messages) => ({
    prompt: { kind: 'text', text: renderer.render(messages, { ending: 'answer' }) },
    length: 0,
  });
}

/** Hands messages on to a server that applies the chat template itself. */
export const messagesWriter: PromptWriter = async (messages) => ({ prompt: { kind: 'chat', messages }, length: 0 });
