import type { EngineCounters, OnProgress } from '@understudy/core';
import type { TextModel } from '../architectures/text-model.js';
import { BodySession } from './body-session.js';
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

/** A model's two graphs in ONNX Runtime, and what was computed with them. */
export class ModelGraphs implements AsyncDisposable {
  readonly counters = new Counters();
  readonly model: TextModel;
  readonly body: BodySession;
  readonly head: HeadSession;

  private constructor(model: TextModel, body: BodySession, head: HeadSession) {
    this.model = model;
    this.body = body;
    this.head = head;
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
    step(2);
    return new ModelGraphs(model, body, head);
  }

  /** What was computed so far. */
  totals(): EngineCounters {
    return { ...this.counters.snapshot(), nativeMs: this.body.nativeMs + this.head.nativeMs };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.body[Symbol.asyncDispose]();
    await this.head[Symbol.asyncDispose]();
  }
}
