import { readFile } from 'node:fs/promises';
import { listTemplateNames, readTemplate, toChatTemplate } from '@understudy/catalog';
import type { ChatTemplate } from '@understudy/core';
import { plainTemplate } from '@understudy/tasks';
import { UsageError } from '../errors/usage-error.js';
import type { Messages } from '../messages/messages.js';

/** What the user wrote, and the option it was written for. */
export interface GivenTemplate {
  readonly option: string;
  readonly value: string;
}

/** A chat template by its name in the catalog, or else by the path of a Jinja file. Raises `UsageError` for what is neither. */
export async function givenChatTemplate({ option, value }: GivenTemplate, messages: Messages): Promise<ChatTemplate> {
  const known = await readTemplate(value);
  if (known !== undefined) return toChatTemplate(known);
  try {
    return plainTemplate({ name: value, origin: 'file', jinja: await readFile(value, 'utf8') });
  } catch (cause) {
    throw new UsageError({
      code: 'option-invalid',
      message: messages.errors.templateUnreadable(option, value),
      hint: messages.errors.templateNames((await listTemplateNames()).join(', ')),
      cause,
    });
  }
}
