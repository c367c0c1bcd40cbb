import { totalmem } from 'node:os';
import { Context } from '../context/context.js';
import type { Model } from '../context/model.js';
import { longestText } from '../generation/generate-events.js';
import type { PreparedRequest } from '../generation/growing-text.js';
import { MOST_DRAFTED } from '../schedule/drafter.js';
import { HELD_PREFIXES } from '../schedule/generate-scheduler.js';
import { isEqual } from '../schedule/held-prefixes.js';
import { sequencesOf } from '../schedule/make-text.js';
import type { EngineJob } from './engine-job.js';
import type { RunSettings } from './run-settings.js';

/**
 * Sequences computed at a time at most. Measured with SmolLM2 Q4_1 on one thread: 35 tokens a second for one text, 64 for 8, 70 for
 * 16, 66 for 32.
 */
const MOST_SEQUENCES = 16;

/** Tokens of one call: a piece of a prompt. */
const BATCH_TOKENS = 512;

/** Share of the machine's memory that the KV cache may take, as long as one text fits. */
const MEMORY_SHARE = 1 / 8;

/** Bytes of one number in the KV cache; quantised ones by their blocks of 32. */
const KV_BYTES = { f32: 4, f16: 2, bf16: 2, q8_0: 34 / 32, q4_0: 18 / 32 } as const;

/** What a context is to take. */
export interface GenerateContextSize {
  /** The texts that wait for it; at least the first of them fits. */
  readonly waiting: readonly PreparedRequest[];
  /** Texts at a time at most. */
  readonly texts: number;
  /** Drafts of texts are checked. */
  readonly drafts: boolean;
}

/**
 * A context for texts, each with sequences of its own. Where several are made of one prompt (beams, or equal prompts that wait) they share
 * its cells: with 1,200 tokens of prompt, 16 texts of 64 tokens took 22 and 26 s so, against 35 and 50 s with a copy for each (SmolLM2 Q4_1,
 * one thread). Else each sequence has a cache of its own, because in a shared one every token looks past the cells of all others.
 */
export function makeGenerateContext(
  { model, settings, adapters }: Pick<EngineJob, 'model' | 'settings' | 'adapters'>,
  size: GenerateContextSize,
): Promise<Context> {
  const { threads, kvType, flashAttention, deterministic } = settings;
  const { waiting, texts } = size;
  const length = Math.ceil(longestText(waiting) / 256) * 256;
  const bytes = length * model.kvElements * KV_BYTES[kvType];
  const affordable = Math.floor((totalmem() * MEMORY_SHARE) / bytes) - HELD_PREFIXES;
  const each = Math.max(...waiting.map((prepared) => sequencesOf(prepared)));
  const most = Math.floor(Math.min(MOST_SEQUENCES, affordable) / each);
  const sequences = each * (deterministic ? 1 : Math.max(1, Math.min(texts, most))) + HELD_PREFIXES;
  return Context.create(model, {
    cells: length * sequences,
    sequences,
    batchTokens: BATCH_TOKENS,
    microBatchTokens: BATCH_TOKENS,
    maxRows: sequences + (size.drafts ? MOST_DRAFTED : 0),
    threads,
    kvType,
    flashAttention,
    unified: sharesPrompt(size, settings),
    adapters,
    rope: settings.rope,
  });
}

function sharesPrompt({ waiting }: GenerateContextSize, { deterministic }: RunSettings): boolean {
  const [first, second] = waiting;
  if (first?.request.decoding?.beams !== undefined) return true;
  // With fixed shapes a text must not depend on what waits.
  return !deterministic && first !== undefined && second !== undefined && isEqual(first.prompt, second.prompt);
}

/** A context of a draft model beside one of the model itself: the same sequences with the same room, those of shared prefixes aside. */
export function makeDraftContext(draft: Model, settings: RunSettings, of: Context): Promise<Context> {
  const { cells, sequences } = of.options;
  const texts = sequences - HELD_PREFIXES;
  return Context.create(draft, {
    ...of.options,
    cells: (cells / sequences) * texts,
    sequences: texts,
    batchTokens: BATCH_TOKENS,
    maxRows: texts,
    kvType: 'f16',
    flashAttention: true,
    threads: settings.threads,
    unified: false,
    adapters: [],
    rope: undefined,
  });
}
