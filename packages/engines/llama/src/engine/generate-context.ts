import { totalmem } from 'node:os';
import { Context } from '../context/context.js';
import type { Model } from '../context/model.js';
import { HELD_PREFIXES } from '../schedule/generate-scheduler.js';
import type { RunSettings } from './run-settings.js';

/**
 * Texts made at a time at most. Measured with SmolLM2 Q4_1 on one thread: 35 tokens a second for one text, 64 for 8, 70 for
 * 16, 66 for 32.
 */
export const MOST_TEXTS = 16;

/** Tokens of one call: a piece of a prompt. */
const BATCH_TOKENS = 512;

/** Share of the machine's memory that the KV cache may take, as long as one text fits. */
const MEMORY_SHARE = 1 / 8;

/** Bytes of one number in the KV cache; quantised ones by their blocks of 32. */
const KV_BYTES = { f32: 4, f16: 2, bf16: 2, q8_0: 34 / 32, q4_0: 18 / 32 } as const;

/** What a context is to take. */
export interface GenerateContextSize {
  /** Tokens of the longest text, prompt included. */
  readonly tokens: number;
  /** Texts at a time, as far as memory allows; at least one. */
  readonly texts: number;
}

/** A context each of whose sequences takes one text. */
export function makeGenerateContext(model: Model, settings: RunSettings, size: GenerateContextSize): Promise<Context> {
  const { threads, kvType, flashAttention, deterministic } = settings;
  const length = Math.ceil(size.tokens / 256) * 256;
  const bytes = length * model.kvElements * KV_BYTES[kvType];
  const affordable = Math.floor((totalmem() * MEMORY_SHARE) / bytes) - HELD_PREFIXES;
  const texts = deterministic ? 1 : Math.max(1, Math.min(size.texts, affordable));
  const sequences = texts + HELD_PREFIXES;
  return Context.create(model, {
    cells: length * sequences,
    sequences,
    batchTokens: BATCH_TOKENS,
    microBatchTokens: BATCH_TOKENS,
    maxRows: sequences,
    threads,
    kvType,
    flashAttention,
    unified: false,
  });
}
