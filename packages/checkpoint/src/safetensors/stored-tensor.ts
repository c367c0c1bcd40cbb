/** Where a tensor of a safetensors file lies. */
export interface StoredTensor {
  /** In the file, e.g. `model.layers.0.self_attn.q_proj.weight`. */
  readonly name: string;
  /** E.g. `F32`, `BF16`. */
  readonly dtype: string;
  /** Lengths along the axes, slowest first: a matrix is [outputs, inputs]. */
  readonly shape: readonly number[];
  readonly path: string;
  /** From the start of the file, in bytes. */
  readonly offset: number;
  readonly sizeBytes: number;
}
