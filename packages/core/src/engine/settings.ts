/** Formats in which weights can be computed; `native` is the file's own. */
export const COMPUTE_FORMATS = ['auto', 'native', 'f32', 'f16', 'bf16', 'q8_0', 'q4_0'] as const;
export type ComputeFormat = (typeof COMPUTE_FORMATS)[number];

export const ENGINE_NAMES = ['auto', 'onnx', 'llama'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

export const KV_TYPES = ['f32', 'f16', 'bf16', 'q8_0', 'q4_0'] as const;
export type KvType = (typeof KV_TYPES)[number];

/** How a local model is to be run. Names follow llama.cpp's options. */
export interface EngineSettings {
  readonly engine: EngineName;
  readonly compute: ComputeFormat;
  /** Format of the KV cache of the llama engine; undefined: `f16`, or `f32` when computing in `f32`. */
  readonly kvType: KvType | undefined;
  /** Undefined: as many as the machine has cores. */
  readonly threads: number | undefined;
  /** Layers to put on a GPU; 0 is the CPU alone. */
  readonly gpuLayers: number;
  /** Context length in tokens; undefined: the model's own. */
  readonly contextLength: number | undefined;
  /** Fixed shapes: a score does not depend on what else is in the run. */
  readonly deterministic: boolean;
}
