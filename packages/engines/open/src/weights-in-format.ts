import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ComputeFormat, ModelFiles, OnProgress } from '@understudy/core';
import { convertModel } from '@understudy/engine-llama';

/** Which weights are wanted, and where converted ones are kept. */
export interface WeightsOptions {
  readonly model: ModelFiles;
  /** What the file itself is, e.g. `Q4_1`, `F32`. */
  readonly quantization: string;
  readonly compute: Exclude<ComputeFormat, 'auto'>;
  readonly home: string;
  readonly threads: number | undefined;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The model's files in the wanted format: its own, or converted once and kept by content identity under `<home>/converted`.
 * The identity stays the original's; the format is part of each stored score by itself.
 */
export async function weightsInFormat(options: WeightsOptions): Promise<ModelFiles> {
  const { model, compute, quantization, home } = options;
  if (compute === 'native' || quantization.toLowerCase() === compute) return model;
  const target = join(home, 'converted', `${model.identity}.${compute}.gguf`);
  if (!existsSync(target)) {
    const { threads, onProgress, signal } = options;
    await convertModel({ source: model.paths[0], target, type: compute, threads, onProgress, signal });
  }
  return { ...model, paths: [target] };
}
