import { Context } from '../context/context.js';
import type { EngineJob } from './engine-job.js';

/** Tokens of one decode call at most: a document with its continuations, mostly. */
const BATCH_TOKENS = 2048;
const MICRO_BATCH_TOKENS = 512;

/** Memory for the logits of one call, in bytes; the library holds them twice. */
const LOGITS_BYTES = 128 * 1024 ** 2;

/** A KV cache starts with room for prompts of this many tokens beside a batch, and grows when longer ones come. */
const FIRST_CELLS = 2048;

/** Makes a context for scoring, with a number of cells from `scoreCells`. */
export function makeScoreContext(
  { model, settings, adapters }: Pick<EngineJob, 'model' | 'settings' | 'adapters'>,
  cells: number,
): Promise<Context> {
  const rows = Math.floor(LOGITS_BYTES / (4 * model.vocabulary.size));
  const maxRows = Math.min(256, Math.max(64, rows));
  const { threads, kvType, flashAttention } = settings;
  return Context.create(model, {
    cells,
    // A recurrent state is kept for each sequence whether it is used or not.
    sequences: model.memory === 'recurrent' ? 64 : Math.min(128, maxRows),
    batchTokens: BATCH_TOKENS,
    microBatchTokens: MICRO_BATCH_TOKENS,
    maxRows,
    threads,
    kvType,
    flashAttention,
    unified: true,
    adapters,
    rope: settings.rope,
  });
}

/** Cells for prompts of up to `longest` tokens: a shared prefix that is kept, a path of the tree, and a batch. */
export function scoreCells({ longest, shared }: { readonly longest: number; readonly shared: number }): number {
  const needed = Math.max(FIRST_CELLS, shared + longest) + BATCH_TOKENS;
  return Math.ceil(needed / 1024) * 1024;
}
