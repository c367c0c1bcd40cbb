import { EngineError } from '@understudy/core';
import type { ContextParams, ModelParams, QuantizeParams } from './structs.js';

/*
 * What `llama_*_default_params` of the pinned release return (`llama-model.cpp`, `llama-context.cpp`,
 * `llama-quant.cpp`). No call tells the size of a struct, so the layout is proved by reading these back: a field that
 * was added, removed or moved shifts at least one of the telling values.
 */

export const MODEL_DEFAULTS: ModelParams = {
  devices: null,
  tensor_buft_overrides: null,
  n_gpu_layers: -1,
  split_mode: 1,
  load_mode: -1,
  lazy_mode: 1,
  main_gpu: 0,
  tensor_split: null,
  progress_callback: null,
  progress_callback_user_data: null,
  kv_overrides: null,
  vocab_only: false,
  check_tensors: false,
  use_extra_bufts: true,
  no_host: false,
  no_alloc: false,
  load_mtp: false,
};

export const CONTEXT_DEFAULTS: ContextParams = {
  n_ctx: 512,
  n_batch: 2048,
  n_ubatch: 512,
  n_seq_max: 1,
  n_rs_seq: 0,
  n_outputs_max: 0,
  n_outputs_max_per_seq: 1,
  n_threads: 4,
  n_threads_batch: 4,
  ctx_type: 0,
  rope_scaling_type: -1,
  pooling_type: -1,
  attention_type: -1,
  flash_attn_type: -1,
  rope_freq_base: 0,
  rope_freq_scale: 0,
  yarn_ext_factor: -1,
  yarn_attn_factor: -1,
  yarn_beta_fast: -1,
  yarn_beta_slow: -1,
  yarn_orig_ctx: 0,
  defrag_thold: -1,
  cb_eval: null,
  cb_eval_user_data: null,
  type_k: 1,
  type_v: 1,
  abort_callback: null,
  abort_callback_data: null,
  embeddings: false,
  offload_kqv: true,
  no_perf: true,
  op_offload: true,
  swa_full: true,
  kv_unified: false,
  samplers: null,
  n_samplers: 0,
  ctx_other: null,
};

export const QUANTIZE_DEFAULTS: QuantizeParams = {
  nthread: 0,
  ftype: 7,
  output_tensor_type: 43,
  token_embedding_type: 43,
  allow_requantize: false,
  quantize_output_tensor: true,
  only_copy: false,
  pure: false,
  keep_split: false,
  dry_run: false,
  imatrix: null,
  kv_overrides: null,
  tt_overrides: null,
  prune_layers: null,
  max_buf_size: 8 * 1024 ** 3,
};

/**
 * Compares a struct as the library returned it with what it must hold.
 * @throws EngineError `llama-layout-mismatch` naming the fields that differ.
 */
export function checkDefaults<T extends object>(struct: string, actual: T, expected: T): void {
  const differing = (Object.keys(expected) as (keyof T & string)[]).filter(
    (field) => actual[field] !== expected[field],
  );
  if (differing.length === 0) return;
  const shown = differing
    .slice(0, 4)
    .map((field) => `${field} is ${String(actual[field])}, not ${String(expected[field])}`);
  throw new EngineError({
    code: 'llama-layout-mismatch',
    message: `Loading llama.cpp: its ${struct} does not have the layout this program was written for (${shown.join('; ')}).`,
    hint: 'Install the pinned packages again: npm ci',
    values: { struct, differing },
  });
}
