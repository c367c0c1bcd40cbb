import { DataError } from '@understudy/core';
import type { ModelCard } from '../card/card.js';
import { readTemplate } from './read-templates.js';
import type { TemplateFile } from './template-file.js';

/** The chat template that a card names; undefined where it names none. Throws `DataError` `model-card` for a name without a file. */
export async function cardTemplate(card: ModelCard, folder?: string): Promise<TemplateFile | undefined> {
  const name = card.template?.value ?? undefined;
  if (name === undefined) return undefined;
  const template = await readTemplate(name, folder);
  if (template !== undefined) return template;
  throw new DataError({
    code: 'model-card',
    message: `The card of ${card.id} names the chat template ${name}, which is not there.`,
    values: { id: card.id, template: name },
  });
}
