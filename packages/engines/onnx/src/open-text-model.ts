import { DataError } from '@understudy/core';
import { readModel, type GgufModel } from '@understudy/gguf';
import { textModel } from './architectures/registry.js';
import type { TextModel } from './architectures/text-model.js';
import { bodyGraph } from './runtime/body-graph.js';
import { headGraph } from './runtime/head-graph.js';

/** Tensors that a graph need not have: rotary factors are read beside it. */
const NOT_IN_GRAPH = new Set(['rope_freqs.weight']);

/**
 * Why there is no graph that fits a model; undefined when there is one. Files of one architecture vary: biases, experts or scalings
 * that the graph does not know would give wrong scores, so every tensor must have its place. Needs no float32 file.
 */
export function graphMismatch(gguf: GgufModel): string | undefined {
  try {
    const model = textModel(gguf);
    bodyGraph(model);
    headGraph(model);
    const unknown = model.weights.unused().filter((name) => !NOT_IN_GRAPH.has(name));
    return unknown.length > 0
      ? `the graph has no place for ${unknown.length} of its tensors, e.g. ${unknown[0]}`
      : model.unsupported;
  } catch (error) {
    if (error instanceof DataError && ['onnx-architecture', 'onnx-tensor-missing'].includes(error.code)) {
      return error.message;
    }
    throw error;
  }
}

/** The model of a float32 GGUF, ready to be opened. Throws `DataError` `onnx-graph-mismatch`, `onnx-not-float32`. */
export function openTextModel(paths: readonly [string, ...string[]]): TextModel {
  const gguf = readModel(paths);
  const mismatch = graphMismatch(gguf);
  if (mismatch !== undefined) {
    throw new DataError({
      code: 'onnx-graph-mismatch',
      message: `Building the graph of ${paths[0]}: ${mismatch}.`,
      hint: 'Score the model with --engine llama.',
      values: { path: paths[0] },
    });
  }
  const model = textModel(gguf);
  const [other] = model.weights.notFloat32();
  if (other !== undefined) {
    throw new DataError({
      code: 'onnx-not-float32',
      message: `Opening ${paths[0]}: its tensor ${other.name} is ${other.type}; the onnx engine computes in F32 on the file in place.`,
      hint: 'Convert the file first: understudy models convert FILE --type f32 --output FILE.',
      values: { path: paths[0], tensor: other.name, type: other.type },
    });
  }
  return model;
}
