import type { HelpConfiguration } from 'commander';
import stringWidth from 'string-width';
import { wrapChinese } from './wrap-chinese.js';

/** How Chinese help is laid out: a character takes two columns, and lines are broken between words. */
export const chineseLayout: HelpConfiguration = { displayWidth: stringWidth, boxWrap: wrapChinese };
