import type { en } from './en.js';

/** Every text people see; one object a language. */
export type Messages = typeof en;

/** The languages there are, by their BCP 47 tags. */
export type Language = 'en' | 'zh-CN';
