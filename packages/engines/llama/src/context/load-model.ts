import path from 'node:path';
import type { ModelFiles } from '@understudy/core';
import { callAsync } from '../binding/async-callable.js';
import { native } from '../binding/native.js';
import type { ModelParams } from '../binding/structs.js';
import { NativeHandle } from './native-handle.js';
import { nativeFailure } from './native-failure.js';

/** Loads only the vocabulary and the metadata of a model; no weights, no CPU library. */
export function loadVocabularyOnly(paths: ModelFiles['paths']): NativeHandle {
  const { llama, log } = native();
  const mark = log.mark();
  const params = { ...llama.llama_model_default_params(), vocab_only: true };
  return own(paths, llama.llama_model_load_from_splits([...paths], paths.length, params), mark);
}

/** Loads weights and vocabulary on a worker thread. Weights are mapped into memory, not read at once. */
export async function loadWeights(
  paths: ModelFiles['paths'],
  settings: Pick<ModelParams, 'n_gpu_layers' | 'use_extra_bufts'>,
): Promise<NativeHandle> {
  const library = native();
  library.cpu();
  if (settings.n_gpu_layers !== 0) library.loadDevices();
  const { llama, log } = library;
  const mark = log.mark();
  const params = { ...llama.llama_model_default_params(), ...settings };
  return own(paths, await callAsync(llama.llama_model_load_from_splits, [...paths], paths.length, params), mark);
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
