import { app } from './en/app.js';
import { arena } from './en/arena.js';
import { session } from './en/session.js';
import { studies } from './en/studies.js';

/** English, the language the texts are written in first. Its shape is what every other language must have. */
export const en = { app, session, studies, arena };
