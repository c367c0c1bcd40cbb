import { totalmem } from 'node:os';
import { Context } from '../context/context.js';
import type { Model } from '../context/model.js';
import { HELD_PREFIXES } from '../schedule/generate-scheduler.js';
import type { RunSettings } from './run-settings.js';

/** Texts made at a time at most. */
const TEXTS = 32;

/** Tokens of one call: a piece of a prompt. */
const BATCH_TOKENS = 512;

/** Share of the machine's memory that the KV cache may take, as long as one text fits. */
const MEMORY_SHARE = 1 / 8;

/** Bytes of one number in the KV cache; quantised ones by their blocks of 32. */
const KV_BYTES = { f32: 4, f16: 2, bf16: 2, q8_0: 34 / 32, q4_0: 18 / 32 } as const;

/** A context whose sequences take texts of up to `tokens` tokens, prompt included: as many at a time as memory allows. */
export function makeGenerateContext(model: Model, settings: RunSettings, tokens: number): Promise<Context> {
  const { threads, kvType, flashAttention, deterministic } = settings;
  const length = Math.ceil(tokens / 256) * 256;
  const bytes = length * model.kvElements * KV_BYTES[kvType];
  const affordable = Math.floor((totalmem() * MEMORY_SHARE) / bytes) - HELD_PREFIXES;
  const texts = deterministic ? 1 : Math.max(1, Math.min(TEXTS, affordable));
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
