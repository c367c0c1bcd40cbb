import type { Messages } from '../../messages/messages.js';

/** The name of a language of a card: an ISO 639 code, `code` or `multi`. */
export function languageName(code: string, { words }: Messages, language: string): string {
  if (code === 'code') return words.programming;
  if (code === 'multi') return words.manyLanguages;
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    return code; // No code of a language.
  }
}
