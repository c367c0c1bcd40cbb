import type { Messages } from '../../messages/messages.js';

/** The name of an aspect in the language shown; an aspect that we do not know keeps its own. */
export function aspectName(messages: Messages, aspect: string): string {
  const names: Readonly<Record<string, string>> = messages.filter.aspects;
  return Object.hasOwn(names, aspect) ? (names[aspect] ?? aspect) : aspect;
}
