import { createHash } from 'node:crypto';
import type { ChatMessage, Engine, GeneratePrompt } from '@understudy/core';
import type { Judge } from '@understudy/store';
import { shortModelName } from '../../answers/short-model-name.js';
import type { JudgePrompt } from '../prompts/judge-prompt.js';
import { PARSER_VERSION } from '../verdicts/read-text-verdict.js';
import { chooseVerdictForm, type VerdictForm } from '../verdicts/verdict-form.js';

/** A conversation as the engine takes it, with the tokens of it; 0 where only a server can count them. */
export interface WrittenConversation {
  readonly prompt: GeneratePrompt;
  readonly length: number;
}

/** Makes a prompt of messages that ends where the judge's reply begins: by the chat template, or for a server that applies its own. */
export type WriteConversation = (messages: readonly ChatMessage[]) => Promise<WrittenConversation>;

/** A model that is to judge. */
export interface JudgeOptions {
  /** Model spec. */
  readonly spec: string;
  readonly engine: Engine;
  readonly write: WriteConversation;
  /** Stop strings of the chat template. */
  readonly stop: readonly string[];
  readonly prompt: JudgePrompt;
  readonly form: VerdictForm | 'auto';
  /** Show checked references. */
  readonly useReference: boolean;
  /** 0, the default of every judge we know, takes the likeliest token. */
  readonly temperature: number;
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A judge ready to be asked. */
export interface OpenJudge extends Omit<JudgeOptions, 'form' | 'now'> {
  readonly form: VerdictForm;
  /** As it is stored. */
  readonly judge: Judge;
}

const HASH_LENGTH = 8;

/**
 * A judge with its identity: the id is made of all that can change a verdict (content identity of the model, prompt, decoding, form, parser),
 * so the same judge has the same id again and its judgements are found. Throws `UserError` `verdict-form`.
 */
export function openJudge({ form: wanted, now, ...options }: JudgeOptions): OpenJudge {
  const { engine, prompt, spec, temperature, seed, useReference } = options;
  const form = chooseVerdictForm(engine.info.capabilities, { prompt, wanted });
  const sampled = temperature > 0 ? { temperature, seed } : { temperature };
  const decoding = JSON.stringify({ form, maxTokens: prompt.max_tokens, reference: useReference, ...sampled });
  const described = {
    identity: engine.info.identity,
    mode: prompt.mode,
    prompt: prompt.name,
    promptHash: prompt.hash,
    decoding,
    parserVersion: PARSER_VERSION,
  };
  const hash = createHash('sha256').update(JSON.stringify(described)).digest('hex').slice(0, HASH_LENGTH);
  const id = `${shortModelName(spec) || 'judge'}-${prompt.name}-${hash}`;
  return { ...options, form, judge: { id, spec, ...described, createdAt: now } };
}
