import path from 'node:path';
import koffi from 'koffi';
import { EngineError } from '@understudy/core';
import { declareCpu, type CpuFunctions, type GgmlFunctions } from './ggml-functions.js';
import type { PlatformPackage } from './platform-package.js';

/** The CPU library in use. */
export interface CpuBackend {
  /** e.g. `haswell`: the instruction sets the library was compiled for. */
  readonly variant: string;
  readonly functions: CpuFunctions;
}

const CPU_LIBRARY = /^libggml-cpu(?:-(.+))?\.(?:so|dylib)$/;

/**
 * Loads and registers the CPU library that suits this machine best: each says by `ggml_backend_score` how good it would
 * be, 0 when it cannot run. Libraries are loaded by their full path only; llama.cpp's own search would also take what
 * lies in the current folder or beside the executable.
 * @throws EngineError `llama-cpu-unsupported`.
 */
export function loadCpuBackend(platform: PlatformPackage, ggml: GgmlFunctions): CpuBackend {
  const scored = platform.files
    .filter((file) => CPU_LIBRARY.test(file))
    .map((file) => ({ file, score: scoreLibrary(path.join(platform.folder, file)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  for (const { file } of scored) {
    const full = path.join(platform.folder, file);
    if (ggml.ggml_backend_load(full) === null) continue;
    return { variant: CPU_LIBRARY.exec(file)?.[1] ?? 'generic', functions: declareCpu(koffi.load(full)) };
  }
  throw new EngineError({
    code: 'llama-cpu-unsupported',
    message: `Loading llama.cpp: none of the CPU libraries of ${platform.name} runs on this processor.`,
    hint: 'Install the pinned packages again (npm ci), or use a machine with a 64-bit processor of the last fifteen years.',
    values: { package: platform.name },
  });
}

/** A library without a score is a plain build for any machine: it counts, but last. */
function scoreLibrary(file: string): number {
  const library = koffi.load(file);
  try {
    const score: () => number = library.func('ggml_backend_score', 'int', []);
    return score();
  } catch {
    return 1;
  } finally {
    library.unload();
  }
}
