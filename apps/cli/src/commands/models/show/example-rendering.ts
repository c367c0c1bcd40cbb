import { toChatTemplate, type ModelDetails, type TemplateFile } from '@understudy/catalog';
import type { ChatTemplate } from '@understudy/core';
import { chooseChatTemplate, createChatRenderer, type ChatMessage } from '@understudy/tasks';

/** A conversation as the model would get it. */
export interface ExampleRendering {
  /** The template in use: `model`, or its name in the catalog. */
  readonly template: string;
  readonly text: string;
}

const CONVERSATION: readonly ChatMessage[] = [
  { role: 'user', content: 'What is the capital of France?' },
  { role: 'assistant', content: 'Paris.' },
  { role: 'user', content: 'And of Italy?' },
];

/**
 * A short conversation, or a question alone where the template takes no more, as a model's chat template writes it. Undefined where
 * there is no template, or it fails: it is shown as it is.
 */
export function exampleRendering({ template, file }: ModelDetails): ExampleRendering | undefined {
  const card = template && toChatTemplate(template);
  const chosen = chooseChatTemplate({ given: undefined, own: file?.description.chatTemplate, card });
  if (chosen === undefined) return undefined;
  const messages = chosen.turns === 'one' ? CONVERSATION.slice(0, 1) : CONVERSATION;
  try {
    const renderer = createChatRenderer({ template: chosen, specialTokens: tokensFor(chosen, template) });
    return { template: chosen.name, text: renderer.render(messages, { ending: 'answer' }) };
  } catch {
    return undefined;
  }
}

/** Those that a template of the catalog was made for. What a file's own stand for is in its vocabulary, which is not opened here. */
function tokensFor({ origin }: ChatTemplate, template: TemplateFile | undefined): Record<string, string | undefined> {
  if (origin !== 'catalog' || template === undefined) return { bos_token: '', eos_token: '' };
  return { bos_token: template.tokens.bos ?? undefined, eos_token: template.tokens.eos ?? undefined };
}
