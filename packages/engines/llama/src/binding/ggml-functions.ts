import type { LibraryHandle } from 'koffi';
import type { NullablePointer, Pointer } from './pointer.js';

/** Functions of `libggml-base` and `libggml`. */
export interface GgmlFunctions {
  ggml_version(): string;
  ggml_commit(): string;
  /** Loads a backend from one file and registers it; null when it does not fit the machine. */
  ggml_backend_load(path: string): NullablePointer;
}

/** Functions of the chosen CPU library. */
export interface CpuFunctions {
  /**
   * Writes exp(x[i] − reference) to y and returns their sum in double precision (`ggml-cpu/vec.h`). Vectorised,
   * thread-safe. The reference is meant to be the maximum, but may be any value that keeps the exponentials finite.
   */
  ggml_vec_soft_max_f32(count: number, y: Float32Array, x: Float32Array | Pointer, reference: number): number;
}

/** Declares the functions of `libggml-base` and `libggml`. Throws when one is missing. */
export function declareGgml(base: LibraryHandle, ggml: LibraryHandle): GgmlFunctions {
  return {
    ggml_version: base.func('ggml_version', 'str', []),
    ggml_commit: base.func('ggml_commit', 'str', []),
    ggml_backend_load: ggml.func('ggml_backend_load', 'void *', ['str']),
  };
}

/** Declares the functions of a CPU library. Throws when one is missing. */
export function declareCpu(cpu: LibraryHandle): CpuFunctions {
  return {
    ggml_vec_soft_max_f32: cpu.func('ggml_vec_soft_max_f32', 'double', ['int', 'void *', 'void *', 'float']),
  };
}
