import {
  refuseAdapters,
  type CallOptions,
  type Engine,
  type EngineCounters,
  type EngineInfo,
  type EngineSettings,
  type GenerateRequest,
  type GenerateResponse,
  type ModelFiles,
  type OnProgress,
  type ScoreRequest,
  type ScoreResponse,
  type StreamEvent,
  type Tokenizer,
} from '@understudy/core';
import { readLocalModel } from '@understudy/checkpoint';
import { answersOf } from '@understudy/engine-llama';
import { describeModel, type ModelDescription } from '@understudy/gguf';
import { availableParallelism } from 'node:os';
import { openTextModel } from './open-text-model.js';
import { Generator } from './generate/generator.js';
import { cpuVariant } from './runtime/cpu-variant.js';
import { ModelGraphs } from './runtime/model-graphs.js';
import { Scorer } from './score/scorer.js';
import { openTextParts } from './tokenizer/open-text-parts.js';
import type { TextParts } from './tokenizer/text-parts.js';

/** What the engine is opened on. */
export interface OnnxEngineOptions {
  /** A GGUF whose tensors are all F32, or a transformers checkpoint. */
  readonly model: ModelFiles;
  readonly settings: EngineSettings;
  readonly onProgress?: OnProgress | undefined;
}

/** Exact float32 scores and greedy texts of a local model, computed by ONNX Runtime in this process. */
export class OnnxEngine implements Engine {
  readonly info: EngineInfo;
  readonly tokenizer: Tokenizer;
  readonly #graphs: ModelGraphs;
  readonly #scorer: Scorer;
  readonly #generator: Generator;
  readonly #text: TextParts;

  private constructor(info: EngineInfo, graphs: ModelGraphs, text: TextParts) {
    this.info = info;
    this.tokenizer = text.tokenizer;
    this.#graphs = graphs;
    this.#text = text;
    this.#scorer = new Scorer(graphs, info);
    this.#generator = new Generator(graphs, { ...info, tokenizer: text.tokenizer, vocabulary: text.vocabulary });
  }

  /**
   * Opens a model. Throws `DataError` for a file that is not float32 or does not fit its architecture's graph
   * (`openTextModel`), `EngineError` `onnx-session` when the runtime refuses it.
   */
  static async open({ model, settings, onProgress }: OnnxEngineOptions): Promise<OnnxEngine> {
    const text = openTextModel(model);
    const description = describeModel(readLocalModel(model.paths));
    const threads = settings.threads ?? availableParallelism();
    const contextLength = Math.min(settings.contextLength ?? text.contextLength, text.contextLength);
    const parts = openTextParts(model, { pairsAreApart: text.encoder !== undefined });
    const graphs = await ModelGraphs.open(text, { weightsPath: model.paths[0], threads, onProgress });
    const { env } = await import('onnxruntime-node');
    return new OnnxEngine(
      {
        engine: 'onnx',
        build: `onnxruntime ${env.versions.node ?? env.versions.common} ${cpuVariant()}`,
        identity: model.identity,
        compute: 'f32',
        kvType: 'f32',
        attention: attentionName(model, description),
        deterministic: settings.deterministic,
        contextLength,
        threads,
        architecture: description.architecture,
        parameters: description.parameters,
        capabilities: {
          logProbabilities: 'continuation',
          greedyFlag: true,
          generation: true,
          completions: true,
          chat: false,
          decoding: [],
          adapters: false,
        },
      },
      graphs,
      parts,
    );
  }

  score(requests: AsyncIterable<ScoreRequest>, options?: CallOptions): AsyncIterable<ScoreResponse> {
    refuseAdapters(this.info, options);
    return this.#scorer.score(requests, options);
  }

  generate(requests: AsyncIterable<GenerateRequest>, options: CallOptions = {}): AsyncIterable<GenerateResponse> {
    refuseAdapters(this.info, options);
    return answersOf(this.#generator.events(requests, options, { deltas: false }));
  }

  stream(request: GenerateRequest, options: CallOptions = {}): AsyncIterable<StreamEvent> {
    refuseAdapters(this.info, options);
    return this.#generator.events(once(request), options, { deltas: true });
  }

  async counters(): Promise<EngineCounters> {
    return this.#graphs.totals();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#graphs[Symbol.asyncDispose]();
    this.#text[Symbol.dispose]();
  }
}

/** A window that the file does not show is named: with it, other scores come of the same file. */
function attentionName({ slidingWindow }: ModelFiles, description: ModelDescription): string {
  const isFromCard = slidingWindow !== undefined && description.slidingWindow === undefined;
  return isFromCard ? `tree, window ${slidingWindow}` : 'tree';
}

async function* once<T>(item: T): AsyncGenerator<T, void, undefined> {
  yield item;
}
