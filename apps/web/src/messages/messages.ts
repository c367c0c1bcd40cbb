import type { en } from './en.js';

/** Every text of the pages; one object a language. A text that is missing in one of them does not compile. */
export type Messages = typeof en;

/** The languages there are, by their BCP 47 tags, each with its own name for itself. */
export const LANGUAGES = { en: 'English', 'zh-CN': '简体中文' } as const;
export type Language = keyof typeof LANGUAGES;
