import { UserError, type ChatTemplate, type Engine, type ResolvedModel } from '@understudy/core';
import {
  chooseChatTemplate,
  createChatRenderer,
  messagesRenderer,
  singleTurnError,
  type ChatRenderer,
  type Task,
} from '@understudy/tasks';
import type { EvaluateOptions } from '../run/evaluate-options.js';
import { sendsMessages } from './sends-messages.js';

/** The chat template of a run, and what writes prompts with it. */
export interface RunChat {
  /** Undefined for a server that takes messages and applies its own. */
  readonly template: ChatTemplate | undefined;
  readonly renderer: ChatRenderer;
}

/** What decides the chat template of a run. */
export interface OpenChatOptions {
  readonly model: ResolvedModel;
  readonly applyChatTemplate: EvaluateOptions['applyChatTemplate'];
  /** The engine of the run, asked for only with a chat template. */
  readonly engine: () => Promise<Engine | undefined>;
}

/**
 * The chat template asked for, else the file's own or that of a server which takes messages, else the card's. Throws `UserError`
 * `no-chat-template`.
 */
export async function openChat({ model, applyChatTemplate, engine }: OpenChatOptions): Promise<RunChat | undefined> {
  if (applyChatTemplate === false) return undefined;
  const opened = await engine();
  if (opened !== undefined && sendsMessages(opened, { applyChatTemplate })) {
    return { template: undefined, renderer: messagesRenderer };
  }
  const info = opened?.tokenizer?.info;
  const given = applyChatTemplate === true ? undefined : applyChatTemplate;
  const card = 'paths' in model ? model.chatTemplate : undefined;
  const template = chooseChatTemplate({ given, own: info?.chatTemplate, card });
  if (template === undefined) {
    throw new UserError({
      code: 'no-chat-template',
      message: `The model ${model.name} has no chat template${opened?.tokenizer === undefined ? ', and its server does not take messages' : ''}.`,
      hint: 'Leave --apply_chat_template out, or name a template: --apply_chat_template NAME or FILE.',
    });
  }
  const specialTokens = { bos_token: info?.bos?.text, eos_token: info?.eos?.text };
  return { template, renderer: createChatRenderer({ template, specialTokens }) };
}

/** Refuses examples as turns of the chat where the template takes one question. Throws `UserError` `template-single-turn`. */
export function checkTurns(
  chat: RunChat | undefined,
  tasks: readonly Task[],
  { fewshotAsMultiturn = true }: Pick<EvaluateOptions, 'fewshotAsMultiturn'>,
): void {
  const hasTurns = fewshotAsMultiturn && tasks.some(({ numFewshot }) => numFewshot > 0);
  if (chat?.template?.turns === 'one' && hasTurns) throw singleTurnError(chat.template);
}
