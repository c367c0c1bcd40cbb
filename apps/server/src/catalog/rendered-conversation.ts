import type { z } from '@hono/zod-openapi';
import { cardTemplate, type ModelCard, type TemplateFile } from '@understudy/catalog';
import { renderExample } from '@understudy/tasks';
import type { ConversationMessage, RenderingBody } from '../api/catalog/model-schema.js';
import { ApiError } from '../http/api-error.js';
import { renderedParts } from './rendered-parts.js';

type Message = z.infer<typeof ConversationMessage>;
type Rendering = z.infer<typeof RenderingBody>;

/** A conversation in a chat template, or the example without one. Throws what the template throws for a conversation that it refuses. */
export function renderInTemplate(template: TemplateFile, messages?: readonly Message[]): Rendering {
  const rendering = renderExample({ own: undefined, card: template }, messages);
  // A template was given, so there is a rendering.
  if (rendering === undefined) throw ApiError.notFound('template');
  const { tokens, stop, system } = template;
  const texts = [...(system === null ? [] : [system]), ...rendering.messages.map(({ content }) => content)];
  const special = [tokens.bos, tokens.eos, ...stop].filter((token) => token !== null);
  return { messages: [...rendering.messages], parts: [...renderedParts(rendering.text, { texts, special })] };
}

/** A conversation as a model gets it. Throws `ApiError` 404 for a model without a chat template. */
export async function renderedConversation(card: ModelCard, messages: readonly Message[]): Promise<Rendering> {
  const template = await cardTemplate(card);
  if (template === undefined) throw ApiError.notFound('chat template');
  return renderInTemplate(template, messages);
}
