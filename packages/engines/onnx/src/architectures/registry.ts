import { isCheckpoint } from '@understudy/checkpoint';
import { DataError } from '@understudy/core';
import { MetadataReader, type GgufModel } from '@understudy/gguf';
import { CheckpointWeights } from '../weights/checkpoint-weights.js';
import { GgufWeights } from '../weights/gguf-weights.js';
import { baichuan } from './baichuan.js';
import { bloom } from './bloom.js';
import { chatglm } from './chatglm.js';
import { chatglm1 } from './chatglm1.js';
import { falcon } from './falcon.js';
import { gemma } from './gemma.js';
import { gemma2 } from './gemma2.js';
import { gemma3 } from './gemma3.js';
import { gpt2 } from './gpt2.js';
import { gptj } from './gptj.js';
import { gptneox } from './gptneox.js';
import { grok } from './grok.js';
import { llama } from './llama.js';
import { ModelSource, type CardFacts } from './model-source.js';
import { mpt } from './mpt.js';
import { opt } from './opt.js';
import { phi2 } from './phi2.js';
import { phi3 } from './phi3.js';
import { qwen } from './qwen.js';
import { qwen2 } from './qwen2.js';
import { stablelm } from './stablelm.js';
import { starcoder } from './starcoder.js';
import { t5 } from './t5.js';
import type { TextModel } from './text-model.js';

/** Architectures that have a graph, by their name in GGUF files. */
const ARCHITECTURES: Readonly<Record<string, (source: ModelSource) => TextModel>> = {
  baichuan,
  bloom,
  chatglm,
  chatglm1,
  falcon,
  gemma,
  gemma2,
  gemma3,
  gpt2,
  gptj,
  gptneox,
  grok,
  llama,
  mpt,
  opt,
  phi2,
  phi3,
  qwen,
  qwen2,
  stablelm,
  starcoder,
  t5,
};

/** True when the architecture has a graph; a file of it may still have parts that the graph does not (`openTextModel`). */
export function hasGraph(architecture: string): boolean {
  return Object.hasOwn(ARCHITECTURES, architecture);
}

/** The model's graph, with what its card knows beside the file. Throws `DataError` `onnx-architecture` when there is none for its architecture. */
export function textModel(model: GgufModel, card: CardFacts = {}): TextModel {
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
  const weights = isCheckpoint(model) ? new CheckpointWeights(model) : new GgufWeights(model);
  return build(new ModelSource(model, weights, card));
}
