import { hasWhiteSpaceAt } from '../python/white-space.js';
import type { ChatMessage } from '../chat/chat-message.js';

/** A piece of a prompt: a turn of the conversation, or, in plain text, its content and what follows it. */
export interface Message extends ChatMessage {
  /** Written behind the content in plain text, left out in chat turns. */
  readonly delimiter: string;
}

/** True when two texts that meet have no white space at the joint. */
export function needsDelimiter(before: string, after: string): boolean {
  return before !== '' && !(hasWhiteSpaceAt(before, 'end') || hasWhiteSpaceAt(after, 'start'));
}

/** Joins two texts, with the delimiter only if neither has white space at the joint; an empty side adds nothing. */
export function joinDelimited(before: string, after: string, delimiter: string): string {
  if (before === '' || after === '') return before + after;
  return needsDelimiter(before, after) ? before + delimiter + after : before + after;
}

/** The prompt as plain text. */
export function toPlainText(messages: readonly Message[]): string {
  return messages.map((message) => message.content + message.delimiter).join('');
}

const toChat = ({ role, content }: Message): ChatMessage => ({ role, content });

/** Each message a turn of its own; delimiters are dropped. */
export function toTurns(messages: readonly Message[]): readonly ChatMessage[] {
  return messages.map(toChat);
}

/**
 * One user turn with the examples and the question as plain text; a system message in front and a begun answer behind stay
 * turns of their own.
 */
export function toSingleTurn(messages: readonly Message[]): readonly ChatMessage[] {
  const system = messages[0]?.role === 'system' ? messages.slice(0, 1) : [];
  const begun = messages.at(-1)?.role === 'assistant' ? messages.slice(-1) : [];
  const middle = messages.slice(system.length, messages.length - begun.length);
  const content = middle
    .map((message, index) => message.content + (index === middle.length - 1 ? '' : message.delimiter))
    .join('');
  return [...system.map(toChat), { role: 'user', content }, ...begun.map(toChat)];
}
