import { readFileSync } from 'node:fs';
import { UsageError } from '../../errors/usage-error.js';
import type { Messages } from '../../messages/messages.js';

/** `--apply_chat_template FILE` as the template's text; true and false stay what they are. */
export function readChatTemplate(given: boolean | string, { errors }: Messages): boolean | string {
  if (typeof given === 'boolean') return given;
  try {
    return readFileSync(given, 'utf8');
  } catch (cause) {
    throw new UsageError({ code: 'option-invalid', message: errors.templateUnreadable(given), cause });
  }
}
