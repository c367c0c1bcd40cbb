import type { ChatRenderer } from '../chat/chat-message.js';

/** How prompts are written: as plain text, or as a conversation. */
export interface PromptStyle {
  /** `--system_instruction`. */
  readonly systemInstruction: string | undefined;
  /** The model's chat template; undefined writes plain text. */
  readonly chat: ChatRenderer | undefined;
  /** Each example a question and an answer turn (`--fewshot_as_multiturn`); matters with a chat template only. */
  readonly fewshotAsMultiturn: boolean;
}
