import { LANGUAGES, type Language } from './messages.js';

/** Where the choice of a person is kept, in the browser. */
export const LANGUAGE_KEY = 'understudy-language';

const isLanguage = (value: string | null): value is Language => value !== null && Object.hasOwn(LANGUAGES, value);

/** What the person chose, else the first language of the browser that we speak; Chinese in any script or region reads 简体中文 here. */
export function chooseLanguage(kept: string | null, preferred: readonly string[]): Language {
  if (isLanguage(kept)) return kept;
  for (const tag of preferred) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
