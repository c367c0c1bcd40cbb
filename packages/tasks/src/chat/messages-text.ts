import { z } from 'zod';
import type { PythonValue } from '../python/python-value.js';
import { pythonJson } from '../python/python-json.js';
import type { ChatMessage, ChatRenderer } from './chat-message.js';

const messages = z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }));

/**
 * Writes a conversation down as JSON, for servers that apply the template themselves. It is the text that lm-evaluation-harness keeps as
 * the prompt then (`JsonChatStr`: Python's `json.dumps(messages, ensure_ascii=False)`), so that the hashes of prompts are the same.
 */
export const messagesRenderer: ChatRenderer = {
  render: (conversation) => pythonJson(conversation.map(({ role, content }): PythonValue => ({ role, content }))),
};

/** Reads what `messagesRenderer` wrote. */
export function parseMessages(text: string): readonly ChatMessage[] {
  return messages.parse(JSON.parse(text));
}
