import { DataError } from '@understudy/core';
import { MetadataReader, type GgufModel } from '@understudy/gguf';
import { GgufWeights } from '../weights/gguf-weights.js';
import { gemma3 } from './gemma3.js';
import { llama } from './llama.js';
import { ModelSource } from './model-source.js';
import { qwen2 } from './qwen2.js';
import type { TextModel } from './text-model.js';

/** Architectures that have a graph, by their name in GGUF files. */
const ARCHITECTURES: Readonly<Record<string, (source: ModelSource) => TextModel>> = {
  gemma3,
  llama,
  qwen2,
};

/** True when the architecture has a graph; a file of it may still have parts that the graph does not (`openTextModel`). */
export function hasGraph(architecture: string): boolean {
  return Object.hasOwn(ARCHITECTURES, architecture);
}

/** The model's graph. Throws `DataError` `onnx-architecture` when there is none for its architecture. */
export function textModel(model: GgufModel): TextModel {
  const architecture = new MetadataReader(model).string('general.architecture');
  const build = hasGraph(architecture) ? ARCHITECTURES[architecture] : undefined;
  if (build === undefined) {
    throw new DataError({
      code: 'onnx-architecture',
      message: `Building the graph of ${model.paths[0]}: the architecture '${architecture}' has none.`,
      hint: 'Score the model with --engine llama.',
      values: { architecture, known: Object.keys(ARCHITECTURES) },
    });
  }
  return build(new ModelSource(model, new GgufWeights(model)));
}
