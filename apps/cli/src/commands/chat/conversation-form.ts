import { UserError, type ChatTemplate, type Engine, type ResolvedModel } from '@understudy/core';
import { chooseChatTemplate, createChatRenderer } from '@understudy/tasks';
import type { Messages } from '../../messages/messages.js';
import { messagesWriter, templateWriter, textWriter, type PromptWriter } from './prompt-writer.js';

/** How a conversation is written down for a model. */
export interface ConversationForm {
  readonly write: PromptWriter;
  readonly turns: 'one' | 'many';
  /** Stop strings of the chat template. */
  readonly stop: readonly string[];
}

/** The template asked for, else the file's own or that of a server which takes messages, else the card's. */
export function conversationForm(
  { model, engine, given }: { model: ResolvedModel; engine: Engine; given: ChatTemplate | undefined },
  messages: Messages,
): ConversationForm {
  const { tokenizer, info } = engine;
  if (given === undefined && tokenizer === undefined && info.capabilities.chat) {
    return { write: messagesWriter, turns: 'many', stop: [] };
  }
  const card = 'paths' in model ? model.chatTemplate : undefined;
  const template = chooseChatTemplate({ given, own: tokenizer?.info.chatTemplate, card });
  if (template === undefined) {
    throw new UserError({
      code: 'no-chat-template',
      message: messages.chat.noTemplate(model.name),
      hint: messages.chat.noTemplateHint,
    });
  }
  const { bos, eos } = tokenizer?.info ?? {};
  const renderer = createChatRenderer({ template, specialTokens: { bos_token: bos?.text, eos_token: eos?.text } });
  const write = tokenizer === undefined ? textWriter(renderer) : templateWriter(renderer, tokenizer);
  return { write, turns: template.turns, stop: template.stop };
}
