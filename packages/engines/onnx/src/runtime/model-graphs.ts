import type { EngineCounters, OnProgress } from '@understudy/core';
import type { Encoder, TextModel } from '../architectures/text-model.js';
import { BodySession } from './body-session.js';
import { EncoderSession } from './encoder-session.js';
import { HeadSession } from './head-session.js';
import { Counters } from '@understudy/engine-process';
import { RotaryCache } from './rotary-cache.js';

/** How a model's graphs are opened. */
export interface ModelGraphsOptions {
  /** The float32 GGUF, or the first part of a split one. */
  readonly weightsPath: string;
  readonly threads: number;
  readonly onProgress?: OnProgress | undefined;
}

function hasEncoder(model: TextModel): model is TextModel & { readonly encoder: Encoder } {
  return model.encoder !== undefined;
}

/** A model's graphs in ONNX Runtime, and what was computed with them. */
export class ModelGraphs implements AsyncDisposable {
  readonly counters = new Counters();
  readonly model: TextModel;
  readonly body: BodySession;
  readonly head: HeadSession;
  /** Where the model has one. */
  readonly encoder: EncoderSession | undefined;

  private constructor(model: TextModel, sessions: Pick<ModelGraphs, 'body' | 'head' | 'encoder'>) {
    this.model = model;
    this.body = sessions.body;
    this.head = sessions.head;
    this.encoder = sessions.encoder;
  }

  /** Throws `EngineError` `onnx-session`. */
  static async open(model: TextModel, options: ModelGraphsOptions): Promise<ModelGraphs> {
    const step = (done: number) => options.onProgress?.({ label: 'opening the graphs', done, total: 2, unit: 'steps' });
    step(0);
    const rotary = model.rotaryTables.map(
      (table) =>
        new RotaryCache(table, table.factors === undefined ? undefined : model.source.weights.read(table.factors)),
    );
    const body = await BodySession.open(model, { ...options, rotary });
    step(1);
    const head = await HeadSession.open(model, options);
    const withRotary = { ...options, rotary };
    const encoder = hasEncoder(model) ? await EncoderSession.open(model, withRotary) : undefined;
    step(2);
    return new ModelGraphs(model, { body, head, encoder });
  }

  /** What was computed so far. */
  totals(): EngineCounters {
    const nativeMs = this.body.nativeMs + this.head.nativeMs + (this.encoder?.nativeMs ?? 0);
    return { ...this.counters.snapshot(), nativeMs };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.body[Symbol.asyncDispose]();
    await this.head[Symbol.asyncDispose]();
    await this.encoder?.[Symbol.asyncDispose]();
  }
}
