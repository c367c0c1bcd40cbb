import type { RopeSettings } from '@understudy/core';
import type { ContextParams } from '../binding/structs.js';
import type { AppliedAdapter } from './loaded-adapters.js';
import { ropeParams } from './rope-params.js';

/** `ggml_type` of the KV cache. */
const KV_TYPE_IDS = { f32: 0, f16: 1, bf16: 30, q8_0: 8, q4_0: 2 } as const;

/** How a context is made. */
export interface ContextOptions {
  /** Cells of the KV cache: tokens kept at a time, over all sequences. */
  readonly cells: number;
  /** Sequences at a time, at most 256. */
  readonly sequences: number;
  /** Tokens of one decode call. */
  readonly batchTokens: number;
  /** Tokens computed together; longer batches are cut into such pieces. */
  readonly microBatchTokens: number;
  /** Rows of logits of one decode call. */
  readonly maxRows: number;
  readonly threads: number;
  readonly kvType: keyof typeof KV_TYPE_IDS;
  readonly flashAttention: boolean;
  /**
   * True: all sequences lie in one cache, and a token that several of them share is one cell. Each token then looks past the
   * cells of all sequences. False: each sequence has a cache of its own, of `cells / sequences`.
   */
  readonly unified: boolean;
  /** Adapters laid over the model in all that is decoded. */
  readonly adapters?: readonly AppliedAdapter[] | undefined;
  /** How positions are stretched. */
  readonly rope?: RopeSettings | undefined;
}

/** The fields of `llama_context_params` that differ from the library's defaults. */
export function contextParams(options: ContextOptions): Partial<ContextParams> {
  return {
    ...ropeParams(options.rope),
    n_ctx: options.cells,
    n_batch: options.batchTokens,
    n_ubatch: options.microBatchTokens,
    n_seq_max: options.sequences,
    n_outputs_max: options.maxRows,
    n_threads: options.threads,
    n_threads_batch: options.threads,
    flash_attn_type: options.flashAttention ? 1 : 0,
    type_k: KV_TYPE_IDS[options.kvType],
    type_v: KV_TYPE_IDS[options.kvType],
    kv_unified: options.unified,
    // Sliding windows keep all their cells, so that a sequence can be continued at the end of any shared prefix.
    swa_full: true,
  };
}
