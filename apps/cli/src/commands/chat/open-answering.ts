import { usedSettings, type Engine, type GenerateRequest } from '@understudy/core';
import type { OpenModel } from '@understudy/engines';
import { checkDecoding } from '@understudy/evaluate';
import type { Messages } from '../../messages/messages.js';
import { conversationForm, type ConversationForm } from './conversation-form.js';
import type { ChatModel } from './find-chat-model.js';
import { fitSampling } from './fit-sampling.js';

/** An engine that answers, and how conversations are written down for it. */
export interface Answering {
  readonly engine: Engine;
  readonly form: ConversationForm;
  readonly choice: Pick<GenerateRequest, 'maxTokens' | 'stop' | 'sampling' | 'decoding'>;
  /** Tokens that a prompt may have: the context length less the longest answer, at least half of it. */
  readonly promptLimit: number;
}

/** Starts the engine of an opened model. Throws `UserError` for what the engine cannot do. */
export async function openAnswering(
  model: OpenModel,
  {
    found: { resolved, given },
    decoding,
    maxTokens,
    messages,
  }: {
    readonly found: ChatModel;
    readonly decoding: Pick<GenerateRequest, 'sampling' | 'decoding'>;
    readonly maxTokens: number;
    readonly messages: Messages;
  },
): Promise<Answering> {
  const engine = await (decoding.sampling.temperature > 0 ? model.sampling() : model.greedy());
  const { info } = engine;
  const form = conversationForm({ model: resolved, engine, given }, messages);
  const sampling = fitSampling(decoding.sampling, info.capabilities);
  const choice = { maxTokens, stop: form.stop, ...decoding, sampling };
  checkDecoding(info, usedSettings(choice));
  const promptLimit = info.contextLength - Math.min(maxTokens, Math.floor(info.contextLength / 2));
  return { engine, form, choice, promptLimit };
}
