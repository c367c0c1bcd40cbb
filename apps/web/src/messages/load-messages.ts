import type { Language, Messages } from './messages.js';

/** Loads the texts of one language; the others stay on the server. */
export async function loadMessages(language: Language): Promise<Messages> {
  if (language === 'zh-CN') return (await import('./zh-cn.js')).zhCn;
  return (await import('./en.js')).en;
}
