import type { AsyncCallable } from './async-callable.js';
import type { NullablePointer, Pointer } from './pointer.js';
import type { BatchStruct, ContextParams, ModelParams, QuantizeParams } from './structs.js';

/**
 * The functions of `llama.h` in use; the property's name is the C name. Unless said otherwise a function must be called
 * from one thread at a time per object it is given. Typed arrays are passed in place: the library reads or writes them
 * during the call and never keeps them. Strings returned are copied by koffi at once.
 */
export interface LlamaFunctions {
  llama_backend_init(): void;
  /** Also sets the logger of ggml. One per process. */
  llama_log_set(callback: NullablePointer, data: NullablePointer): void;
  llama_model_default_params(): ModelParams;
  llama_context_default_params(): ContextParams;
  llama_model_quantize_default_params(): QuantizeParams;

  /**
   * Loads the parts of a model, in order. Null when they cannot be loaded; the reason is in the log. Owned by the caller:
   * `llama_model_free`.
   */
  llama_model_load_from_splits: AsyncCallable<[readonly string[], number, ModelParams], NullablePointer>;
  /** Frees weights and vocabulary; no context of it may be alive. */
  llama_model_free(model: Pointer): void;
  /** Lives as long as the model. */
  llama_model_get_vocab(model: Pointer): Pointer;
  llama_model_n_ctx_train(model: Pointer): number;
  llama_model_n_params(model: Pointer): number;
  llama_model_n_layer(model: Pointer): number;
  llama_model_n_embd(model: Pointer): number;
  llama_model_n_head(model: Pointer): number;
  llama_model_n_head_kv(model: Pointer): number;
  llama_model_n_swa(model: Pointer): number;
  llama_model_has_encoder(model: Pointer): boolean;
  llama_model_has_decoder(model: Pointer): boolean;
  llama_model_is_recurrent(model: Pointer): boolean;
  llama_model_is_hybrid(model: Pointer): boolean;
  llama_model_is_diffusion(model: Pointer): boolean;
  /** Writes at most `size` bytes with a closing null; returns the full length, or -1 when the key is absent. */
  llama_model_meta_val_str(model: Pointer, key: string, buffer: Uint8Array, size: number): number;
  llama_model_chat_template(model: Pointer, name: string | null): string | null;

  /** Null when memory is short or parameters clash; the reason is in the log. Owned by the caller: `llama_free`. */
  llama_init_from_model: AsyncCallable<[Pointer, ContextParams], NullablePointer>;
  llama_free(context: Pointer): void;
  /** Tokens of one decode call: what was asked for, but never more than cells. A longer batch aborts the process. */
  llama_n_batch(context: Pointer): number;
  /** Lives as long as the context. Null for models without memory. */
  llama_get_memory(context: Pointer): NullablePointer;
  llama_memory_clear(memory: Pointer, data: boolean): void;
  llama_memory_seq_rm(memory: Pointer, sequence: number, from: number, to: number): boolean;
  llama_memory_seq_cp(memory: Pointer, source: number, target: number, from: number, to: number): void;
  /**
   * 0 done; 1 no room in the KV cache; 2 aborted; below 0 failed. The batch's arrays are read during the call only.
   * Not to be called while another call on the same context runs.
   */
  llama_decode: AsyncCallable<[Pointer, BatchStruct], number>;
  /**
   * Logits of the rows that asked for them, in order of the batch: rows × vocabulary floats, owned by the context, valid
   * until its next decode.
   */
  llama_get_logits(context: Pointer): NullablePointer;

  /**
   * Loads a LoRA adapter for a model. Null when it cannot be read or does not fit; the reason is in the log. Owned by the caller
   * (`llama_adapter_lora_free`), or freed with the model.
   */
  llama_adapter_lora_init(model: Pointer, path: string): NullablePointer;
  /** No context may have the adapter set. */
  llama_adapter_lora_free(adapter: Pointer): void;
  llama_adapter_get_alora_n_invocation_tokens(adapter: Pointer): number;
  /** Lays adapters, each with a scale, over the model for what a context decodes from now on. Takes copies of both arrays. */
  llama_set_adapters_lora(context: Pointer, adapters: BigUint64Array, count: number, scales: Float32Array): number;

  llama_vocab_type(vocabulary: Pointer): number;
  llama_vocab_n_tokens(vocabulary: Pointer): number;
  llama_vocab_get_text(vocabulary: Pointer, token: number): string;
  llama_vocab_get_attr(vocabulary: Pointer, token: number): number;
  llama_vocab_is_eog(vocabulary: Pointer, token: number): boolean;
  llama_vocab_bos(vocabulary: Pointer): number;
  llama_vocab_eos(vocabulary: Pointer): number;
  llama_vocab_get_add_bos(vocabulary: Pointer): boolean;
  llama_vocab_get_add_eos(vocabulary: Pointer): boolean;
  /** Number of tokens, or minus the number that would have been needed. Thread-safe. */
  llama_tokenize(
    vocabulary: Pointer,
    text: Uint8Array,
    textLength: number,
    tokens: Int32Array,
    maxTokens: number,
    addSpecial: boolean,
    parseSpecial: boolean,
  ): number;
  /** Bytes written, or minus the bytes needed. */
  llama_token_to_piece(
    vocabulary: Pointer,
    token: number,
    buffer: Uint8Array,
    length: number,
    stripLeft: number,
    special: boolean,
  ): number;
  /** Bytes written, or minus the bytes needed. */
  llama_detokenize(
    vocabulary: Pointer,
    tokens: Int32Array,
    tokenCount: number,
    text: Uint8Array,
    textLength: number,
    removeSpecial: boolean,
    unparseSpecial: boolean,
  ): number;

  /** 0 when done. The callbacks of the logger run on the calling thread. */
  llama_model_quantize: AsyncCallable<[string, string, QuantizeParams], number>;

  /** Owned by the caller: `llama_sampler_free`, which frees the members too. */
  llama_sampler_chain_init(params: { readonly no_perf: boolean }): Pointer;
  /** Takes ownership of the member. */
  llama_sampler_chain_add(chain: Pointer, member: Pointer): void;
  llama_sampler_init_greedy(): Pointer;
  llama_sampler_init_dist(seed: number): Pointer;
  llama_sampler_init_top_k(k: number): Pointer;
  llama_sampler_init_top_p(p: number, minKeep: number): Pointer;
  llama_sampler_init_min_p(p: number, minKeep: number): Pointer;
  llama_sampler_init_typical(p: number, minKeep: number): Pointer;
  llama_sampler_init_temp(temperature: number): Pointer;
  /**
   * Lets only those tokens through that a GBNF grammar allows next; null when it cannot be read, and the reason goes to stderr. The
   * vocabulary must stay alive.
   */
  llama_sampler_init_grammar(vocabulary: Pointer, grammar: string, root: string): NullablePointer;
  /** Changes the candidates: logits, order, number, choice. */
  llama_sampler_apply(sampler: Pointer, candidates: Pointer): void;
  /** Tells the sampler the token that was taken. A grammar aborts the process on one that it does not allow. */
  llama_sampler_accept(sampler: Pointer, token: number): void;
  /** Chooses from the logits of the batch's `index`-th token and advances the sampler's state. */
  llama_sampler_sample(sampler: Pointer, context: Pointer, index: number): number;
  llama_sampler_free(sampler: Pointer): void;
}
