import { toChatTemplate, type TemplateFile } from '@understudy/catalog';
import type { ChatTemplate } from '@understudy/core';
import type { ChatMessage } from './chat-message.js';
import { createChatRenderer } from './chat-renderer.js';
import { chooseChatTemplate } from './choose-chat-template.js';

/** What can give the template that an example is shown in. */
export interface ExampleSources {
  /** Jinja of the model's own file; undefined where it has none, or is not on disk. */
  readonly own: string | undefined;
  /** The template that the model's card names. */
  readonly card: TemplateFile | undefined;
}

/** A conversation as the model would get it. */
export interface ExampleRendering {
  /** The template in use: `model`, or its name in the catalog. */
  readonly template: string;
  readonly messages: readonly ChatMessage[];
  readonly text: string;
}

const CONVERSATION: readonly ChatMessage[] = [
  { role: 'user', content: 'What is the capital of France?' },
  { role: 'assistant', content: 'Paris.' },
  { role: 'user', content: 'And of Italy?' },
];

/**
 * A conversation as a model's chat template writes it, up to the place where the answer begins; without one a short example, or a
 * question alone where the template takes no more. Undefined where there is no template. Throws as `createChatRenderer` and what it makes.
 */
export function renderExample(sources: ExampleSources, given?: readonly ChatMessage[]): ExampleRendering | undefined {
  const { own, card } = sources;
  const chosen = chooseChatTemplate({ given: undefined, own, card: card && toChatTemplate(card) });
  if (chosen === undefined) return undefined;
  const messages = given ?? (chosen.turns === 'one' ? CONVERSATION.slice(0, 1) : CONVERSATION);
  const renderer = createChatRenderer({ template: chosen, specialTokens: tokensFor(chosen, card) });
  return { template: chosen.name, messages, text: renderer.render(messages, { ending: 'answer' }) };
}

/** Those that a template of the catalog was made for. What a file's own stand for is in its vocabulary, which is not opened here. */
function tokensFor({ origin }: ChatTemplate, template: TemplateFile | undefined): Record<string, string | undefined> {
  if (origin !== 'catalog' || template === undefined) return { bos_token: '', eos_token: '' };
  return { bos_token: template.tokens.bos ?? undefined, eos_token: template.tokens.eos ?? undefined };
}
