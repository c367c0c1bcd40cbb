/** Formats in which weights can be computed; `native` is the file's own. */
export const COMPUTE_FORMATS = ['auto', 'native', 'f32', 'f16', 'bf16', 'q8_0', 'q4_0'] as const;
export type ComputeFormat = (typeof COMPUTE_FORMATS)[number];

export const ENGINE_NAMES = ['auto', 'onnx', 'llama'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

export const KV_TYPES = ['f32', 'f16', 'bf16', 'q8_0', 'q4_0'] as const;
export type KvType = (typeof KV_TYPES)[number];

export const ROPE_SCALINGS = ['none', 'linear', 'yarn'] as const;
export type RopeScaling = (typeof ROPE_SCALINGS)[number];

/**
 * How rotary positions are stretched to reach beyond the context that a model was trained for; what is left out is as the model's file
 * says. Names follow llama.cpp's options.
 */
export interface RopeSettings {
  /** Linear position interpolation (Chen et al. 2023, arXiv:2306.15595) or YaRN (Peng et al. 2023, arXiv:2309.00071); `none` switches the model's own off. */
  readonly scaling?: RopeScaling | undefined;
  /** The context becomes so many times as long. */
  readonly scale?: number | undefined;
  /** Base of the rotary frequencies. */
  readonly freqBase?: number | undefined;
  /** YaRN: context length that the model was trained for. */
  readonly yarnOrigCtx?: number | undefined;
  /** YaRN: share of extrapolation in high frequencies; 1 by default. */
  readonly yarnExtFactor?: number | undefined;
  /** YaRN: rotations in the trained context above which a frequency is left as it is (β in the paper); 32 by default. */
  readonly yarnBetaFast?: number | undefined;
  /** YaRN: rotations below which a frequency is interpolated (α in the paper); 1 by default. */
  readonly yarnBetaSlow?: number | undefined;
}

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
  /** Undefined: positions as the model's file says. */
  readonly rope?: RopeSettings | undefined;
  /** Fixed shapes: a score does not depend on what else is in the run. */
  readonly deterministic: boolean;
}
