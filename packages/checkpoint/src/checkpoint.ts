import type { GgufModel, TensorInfo } from '@understudy/gguf';
import type { StoredTensor } from './safetensors/stored-tensor.js';

/** How a tensor, as graphs see it, comes from the files. */
export type TensorLayout =
  /** As it is stored. */
  | { readonly kind: 'stored'; readonly from: StoredTensor }
  /** Each number plus one: a norm that multiplies by 1 + w. */
  | { readonly kind: 'plus-one'; readonly from: StoredTensor }
  /** Its rows lie in groups of one length (heads, say), of which each has some of them: `count` from `start` on. */
  | {
      readonly kind: 'grouped';
      readonly from: StoredTensor;
      readonly groups: number;
      readonly start: number;
      readonly count: number;
    }
  /** A matrix that is stored as [inputs, outputs]. */
  | { readonly kind: 'transposed'; readonly from: StoredTensor }
  /** A matrix whose rows are divided by their lengths. */
  | { readonly kind: 'unit-rows'; readonly from: StoredTensor }
  /** Tensors of one shape along a new first axis. */
  | { readonly kind: 'stack'; readonly from: readonly [StoredTensor, ...StoredTensor[]] }
  /** In no file: it follows from the configuration. */
  | { readonly kind: 'computed'; readonly numbers: Float32Array };

/** A tensor by the name that graphs use, GGUF's. `offset` and `sizeBytes` are those of what it is taken from. */
export interface CheckpointTensor extends TensorInfo {
  readonly layout: TensorLayout;
}

/** A transformers checkpoint in the words of a GGUF: what reads one reads the other. */
export interface Checkpoint extends GgufModel {
  readonly tensors: readonly CheckpointTensor[];
  /** Why the model cannot be computed as its configuration says. */
  readonly refusal: string | undefined;
}

/** Tells a checkpoint from a GGUF. */
export function isCheckpoint(model: GgufModel): model is Checkpoint {
  return 'refusal' in model;
}
