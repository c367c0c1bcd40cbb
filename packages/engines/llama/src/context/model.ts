import type { ModelFiles } from '@understudy/core';
import { native } from '../binding/native.js';
import { loadWeights, type LoadWeightsOptions } from './load-model.js';
import type { NativeHandle } from './native-handle.js';
import { Vocabulary } from './vocabulary.js';

/** How a model's memory of earlier tokens behaves. */
export type ModelMemory = 'attention' | 'sliding-window' | 'recurrent';

/** A model with its weights, ready for contexts. Contexts must be disposed first. */
export class Model implements Disposable {
  readonly handle: NativeHandle;
  readonly vocabulary: Vocabulary;
  readonly architecture: string;
  /** Number of weights. */
  readonly parameters: number;
  /** Tokens the model was trained for. */
  readonly trainedContextLength: number;
  readonly memory: ModelMemory;
  /** False for encoders, encoder–decoders such as T5, and diffusion models. */
  readonly predictsNextToken: boolean;
  /** Numbers that the K and V of one token hold, over all layers. */
  readonly kvElements: number;

  private constructor(handle: NativeHandle) {
    const { llama } = native();
    const { pointer } = handle;
    this.handle = handle;
    this.vocabulary = new Vocabulary(handle, { owned: false });
    this.architecture = this.vocabulary.metadata('general.architecture') ?? 'unknown';
    this.parameters = llama.llama_model_n_params(pointer);
    this.trainedContextLength = llama.llama_model_n_ctx_train(pointer);
    const recurrent = llama.llama_model_is_recurrent(pointer) || llama.llama_model_is_hybrid(pointer);
    const sliding = llama.llama_model_n_swa(pointer) > 0;
    this.memory = recurrent ? 'recurrent' : sliding ? 'sliding-window' : 'attention';
    this.predictsNextToken =
      llama.llama_model_has_decoder(pointer) &&
      !llama.llama_model_has_encoder(pointer) &&
      !llama.llama_model_is_diffusion(pointer);
    this.kvElements = llama.llama_model_n_layer(pointer) * llama.llama_model_n_head_kv(pointer) * this.#headElements();
  }

  /**
   * Loads a model. Weights are mapped into memory and read as they are used.
   * @throws EngineError `unknown-architecture`, `gguf-invalid`, `gguf-truncated`, `out-of-memory`, …
   */
  static async load({ paths }: Pick<ModelFiles, 'paths'>, options: LoadWeightsOptions): Promise<Model> {
    return new Model(await loadWeights(paths, options));
  }

  /** Numbers of K and V of one head. */
  #headElements(): number {
    const { llama } = native();
    const head = llama.llama_model_n_embd(this.handle.pointer) / llama.llama_model_n_head(this.handle.pointer);
    const length = (kind: string): number =>
      Number(this.vocabulary.metadata(`${this.architecture}.attention.${kind}_length`) ?? head);
    return length('key') + length('value');
  }

  [Symbol.dispose](): void {
    this.handle[Symbol.dispose]();
  }
}
