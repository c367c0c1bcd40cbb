import {
  EngineError,
  type CallOptions,
  type Engine,
  type EngineCounters,
  type EngineInfo,
  type EngineSettings,
  type GenerateResponse,
  type ModelFiles,
  type OnProgress,
  type ScoreRequest,
  type ScoreResponse,
  type StreamEvent,
  type Tokenizer,
} from '@understudy/core';
import { openVocabulary, VocabularyTokenizer, type Vocabulary } from '@understudy/engine-llama';
import { describeModel, readModel } from '@understudy/gguf';
import { availableParallelism } from 'node:os';
import { openTextModel } from './open-text-model.js';
import { cpuVariant } from './runtime/cpu-variant.js';
import { Scorer } from './score/scorer.js';

/** What the engine is opened on. */
export interface OnnxEngineOptions {
  /** A GGUF whose tensors are all F32. */
  readonly model: ModelFiles;
  readonly settings: EngineSettings;
  readonly onProgress?: OnProgress | undefined;
}

/** Exact float32 scores of a local model, computed by ONNX Runtime in this process. */
export class OnnxEngine implements Engine {
  readonly info: EngineInfo;
  readonly tokenizer: Tokenizer;
  readonly #scorer: Scorer;
  readonly #vocabulary: Vocabulary;

  private constructor(parts: { info: EngineInfo; tokenizer: Tokenizer; scorer: Scorer; vocabulary: Vocabulary }) {
    this.info = parts.info;
    this.tokenizer = parts.tokenizer;
    this.#scorer = parts.scorer;
    this.#vocabulary = parts.vocabulary;
  }

  /**
   * Opens a model. Throws `DataError` for a file that is not float32 or does not fit its architecture's graph
   * (`openTextModel`), `EngineError` `onnx-session` when the runtime refuses it.
   */
  static async open({ model, settings, onProgress }: OnnxEngineOptions): Promise<OnnxEngine> {
    const text = openTextModel(model.paths);
    const description = describeModel(readModel(model.paths));
    const threads = settings.threads ?? availableParallelism();
    const contextLength = Math.min(settings.contextLength ?? text.contextLength, text.contextLength);
    const vocabulary = openVocabulary(model);
    const scorer = await Scorer.open(text, {
      weightsPath: model.paths[0],
      threads,
      contextLength,
      deterministic: settings.deterministic,
      onProgress,
    });
    const { env } = await import('onnxruntime-node');
    return new OnnxEngine({
      scorer,
      vocabulary,
      tokenizer: new VocabularyTokenizer(vocabulary, model.chatTemplate),
      info: {
        engine: 'onnx',
        build: `onnxruntime ${env.versions.node ?? env.versions.common} ${cpuVariant()}`,
        identity: model.identity,
        compute: 'f32',
        kvType: 'f32',
        attention: 'tree',
        deterministic: settings.deterministic,
        contextLength,
        threads,
        architecture: description.architecture,
        parameters: description.parameters,
        capabilities: { logProbabilities: 'continuation', generation: false },
      },
    });
  }

  score(requests: AsyncIterable<ScoreRequest>, options?: CallOptions): AsyncIterable<ScoreResponse> {
    return this.#scorer.score(requests, options);
  }

  generate(): AsyncIterable<GenerateResponse> {
    throw noGeneration();
  }

  stream(): AsyncIterable<StreamEvent> {
    throw noGeneration();
  }

  async counters(): Promise<EngineCounters> {
    return this.#scorer.counters();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#scorer[Symbol.asyncDispose]();
    this.#vocabulary[Symbol.dispose]();
  }
}

function noGeneration(): EngineError {
  return new EngineError({
    code: 'capability',
    message: 'The onnx engine scores; it does not generate text.',
    hint: 'Use --engine llama.',
  });
}
