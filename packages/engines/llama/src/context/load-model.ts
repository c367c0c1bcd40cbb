import path from 'node:path';
import { UserError, type ModelFiles, type OnProgress } from '@understudy/core';
import koffi from 'koffi';
import { callAsync } from '../binding/async-callable.js';
import { native } from '../binding/native.js';
import type { Pointer } from '../binding/pointer.js';
import { NativeHandle } from './native-handle.js';
import { nativeFailure } from './native-failure.js';

/** Loads only the vocabulary and the metadata of a model; no weights, no CPU library. */
export function loadVocabularyOnly(paths: ModelFiles['paths']): NativeHandle {
  const { llama, log } = native();
  const mark = log.mark();
  const params = { ...llama.llama_model_default_params(), vocab_only: true };
  return own(paths, llama.llama_model_load_from_splits([...paths], paths.length, params), mark);
}

/** How weights are loaded. */
export interface LoadWeightsOptions {
  /** Layers to put on another device than the CPU. */
  readonly gpuLayers: number;
  readonly onProgress?: OnProgress | undefined;
}

/** Loads weights and vocabulary on a worker thread. Weights are mapped into memory, not read at once. */
export async function loadWeights(
  paths: ModelFiles['paths'],
  { gpuLayers, onProgress }: LoadWeightsOptions,
): Promise<NativeHandle> {
  const library = native();
  library.cpu();
  if (gpuLayers !== 0 && library.loadDevices() === 0) throw noDevice(gpuLayers);
  const { llama, log } = library;
  const mark = log.mark();
  const label = path.basename(paths[0]);
  const callback = registerProgress((done) =>
    onProgress?.({ label, done: Math.round(done * 100), total: 100, unit: 'steps' }),
  );
  const params = { ...llama.llama_model_default_params(), n_gpu_layers: gpuLayers, progress_callback: callback };
  try {
    return own(paths, await callAsync(llama.llama_model_load_from_splits, [...paths], paths.length, params), mark);
  } finally {
    koffi.unregister(callback);
  }
}

function noDevice(gpuLayers: number): UserError {
  return new UserError({
    code: 'no-gpu-library',
    message: `Loading a model with --gpu-layers ${gpuLayers}: the llama.cpp in use computes on the CPU only.`,
    hint: 'Leave --gpu-layers out.',
    values: { gpuLayers },
  });
}

const progressType = koffi.proto('bool', ['float', 'void *']);

/** A `llama_progress_callback`, told the share that is done; the loading thread waits for it. To be unregistered. */
function registerProgress(onShare: (done: number) => void): Pointer {
  return koffi.register((done: number) => {
    onShare(done);
    return true;
  }, koffi.pointer(progressType));
}

function own(paths: ModelFiles['paths'], pointer: bigint | null, mark: number): NativeHandle {
  const { llama, log } = native();
  if (pointer !== null) return new NativeHandle('model', pointer, (model) => llama.llama_model_free(model));
  throw nativeFailure({
    attempt: `Loading ${path.basename(paths[0])}`,
    fallbackCode: 'model-load-failed',
    lines: log.since(mark),
  });
}
