import { UserError, type ChatTemplate, type ModelFiles, type TokenizerInfo } from '@understudy/core';
import {
  chooseChatTemplate,
  createChatRenderer,
  singleTurnError,
  type ChatRenderer,
  type Task,
} from '@understudy/tasks';
import type { EvaluateOptions } from '../run/evaluate-options.js';

/** The chat template of a run, and what writes prompts with it. */
export interface RunChat {
  readonly template: ChatTemplate;
  readonly renderer: ChatRenderer;
}

/** What decides the chat template of a run. */
export interface OpenChatOptions {
  readonly files: ModelFiles;
  readonly applyChatTemplate: EvaluateOptions['applyChatTemplate'];
  /** The tokenizer's facts, asked for only with a chat template; undefined for an engine that takes text. */
  readonly tokenizer: () => Promise<TokenizerInfo | undefined>;
}

/** The chat template asked for, else the file's own, else the card's. Throws `UserError` `no-chat-template`. */
export async function openChat(options: OpenChatOptions): Promise<RunChat | undefined> {
  const { files, applyChatTemplate, tokenizer } = options;
  if (applyChatTemplate === false) return undefined;
  const info = await tokenizer();
  const given = applyChatTemplate === true ? undefined : applyChatTemplate;
  const template = chooseChatTemplate({ given, own: info?.chatTemplate, card: files.chatTemplate });
  if (template === undefined) {
    throw new UserError({
      code: 'no-chat-template',
      message: `The model ${files.name} has no chat template.`,
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
  if (chat?.template.turns === 'one' && hasTurns) throw singleTurnError(chat.template);
}
