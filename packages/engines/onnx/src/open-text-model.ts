import { CONVERT_HINT, isCheckpoint, readLocalModel } from '@understudy/checkpoint';
import { DataError, UserError, type ModelFiles } from '@understudy/core';
import type { GgufModel } from '@understudy/gguf';
import { textModel } from './architectures/registry.js';
import type { TextModel } from './architectures/text-model.js';
import { bodyGraph } from './runtime/body-graph.js';
import { encoderGraph } from './runtime/encoder-graph.js';
import { headGraph } from './runtime/head-graph.js';
import { workingMemoryBytes } from './working-memory.js';

/**
 * Why there is no graph that fits a model; undefined when there is one. Files of one architecture vary: biases, experts or scalings
 * that the graph does not know would give wrong scores, so every tensor must have its place in the graph, and every key of the
 * architecture must have been read. Needs no float32 file.
 */
export function graphMismatch(gguf: GgufModel): string | undefined {
  try {
    const model = textModel(gguf);
    bodyGraph(model);
    headGraph(model);
    if (model.encoder !== undefined) encoderGraph(model.encoder, model);
    return model.source.refusal ?? leftOver(model);
  } catch (error) {
    if (error instanceof DataError && ['onnx-architecture', 'onnx-tensor-missing'].includes(error.code)) {
      return error.message;
    }
    throw error;
  }
}

/** Whether the onnx engine can score a model, and what it needs for it. */
export interface GraphFit {
  /** Why there is no graph that fits; undefined when there is one. */
  readonly mismatch: string | undefined;
  /** Memory beside 4 bytes a weight; 0 when there is no graph. */
  readonly workingBytes: number;
}

/** Tells from a model's header. */
export function graphFit(gguf: GgufModel): GraphFit {
  const mismatch = graphMismatch(gguf);
  return { mismatch, workingBytes: mismatch === undefined ? workingMemoryBytes(textModel(gguf)) : 0 };
}

/** What of a model's file its graphs, once built, have not asked for. */
function leftOver({ source, rotaryTables }: TextModel): string | undefined {
  // Rotary factors are read beside the graph.
  const factors = new Set(rotaryTables.map((table) => table.factors));
  const tensors = source.weights.unused().filter((name) => !factors.has(name));
  if (tensors.length > 0) {
    return `the graph has no place for ${tensors.length} of its tensors, e.g. ${tensors[0]}`;
  }
  const keys = source.unread();
  return keys.length > 0 ? `the graph does not know what ${keys.join(', ')} means` : undefined;
}

/** The model of a float32 GGUF, ready to be opened. Throws `DataError` `onnx-graph-mismatch`, `onnx-not-float32`, `UserError` `onnx-window`. */
export function openTextModel({ paths, ...card }: Pick<ModelFiles, 'paths' | 'slidingWindow'>): TextModel {
  const gguf = readLocalModel(paths);
  const mismatch = graphMismatch(gguf);
  if (mismatch !== undefined) {
    throw new DataError({
      code: 'onnx-graph-mismatch',
      message: `Building the graph of ${paths[0]}: ${mismatch}.`,
      hint: isCheckpoint(gguf)
        ? `Only the onnx engine reads checkpoints. ${CONVERT_HINT}`
        : 'Score the model with --engine llama.',
      values: { path: paths[0] },
    });
  }
  const model = textModel(gguf, card);
  if (card.slidingWindow !== undefined && model.layers.every(({ window }) => window === undefined)) {
    throw new UserError({
      code: 'onnx-window',
      message: `Opening ${paths[0]}: models of the architecture '${model.source.architecture}' have no sliding window.`,
      hint: 'Leave --sliding-window out.',
      values: { path: paths[0], slidingWindow: card.slidingWindow },
    });
  }
  const [other] = model.source.weights.notFloat32();
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
