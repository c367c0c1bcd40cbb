import type { ChatMessage } from '@understudy/core';

export type { ChatMessage };

/** How a conversation ends in the prompt. */
export interface ChatEnding {
  /**
   * `answer`: the template opens the assistant's turn (`add_generation_prompt`); `continue`: the prompt ends right behind
   * the final message, which is the beginning of the answer (`continue_final_message`).
   */
  readonly ending: 'answer' | 'continue';
}

/** Makes a prompt of a conversation, by a model's chat template. */
export interface ChatRenderer {
  render(messages: readonly ChatMessage[], ending: ChatEnding): string;
}
