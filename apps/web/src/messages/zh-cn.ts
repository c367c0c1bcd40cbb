import type { Messages } from './messages.js';
import { app } from './zh-cn/app.js';
import { arena } from './zh-cn/arena.js';
import { session } from './zh-cn/session.js';
import { studies } from './zh-cn/studies.js';

/** 简体中文。 */
export const zhCn: Messages = { app, session, studies, arena };
