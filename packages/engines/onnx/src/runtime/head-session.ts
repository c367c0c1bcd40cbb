import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { TextModel } from '../architectures/text-model.js';
import { headGraph, type HeadGraph } from './head-graph.js';
import { openSession } from './open-session.js';
import { runError } from './run-error.js';

/** Scores of targets, in the order they were asked for. */
export interface HeadResult {
  /** In nats. */
  readonly logProbabilities: Float32Array;
  /** 1 where the target is its row's arg-max. */
  readonly isArgMax: Uint8Array;
}

/** A target for those who ask for none. */
const FIRST_PLACE = BigInt64Array.of(0n, 0n);

/** A model's head in ONNX Runtime: from normalised rows to scores of targets. */
export class HeadSession implements AsyncDisposable {
  readonly #embeddingLength: number;
  readonly #names: HeadGraph;
  readonly #session: InferenceSession;
  readonly #tensor: typeof Tensor;
  #nativeMs = 0;

  private constructor(
    embeddingLength: number,
    parts: { names: HeadGraph; session: InferenceSession; tensor: typeof Tensor },
  ) {
    this.#embeddingLength = embeddingLength;
    this.#names = parts.names;
    this.#session = parts.session;
    this.#tensor = parts.tensor;
  }

  /** Throws `EngineError` `onnx-session`. */
  static async open(
    model: TextModel,
    options: { readonly weightsPath: string; readonly threads: number },
  ): Promise<HeadSession> {
    const names = headGraph(model);
    const session = await openSession({ ...options, graph: names.graph });
    const { Tensor: tensor } = await import('onnxruntime-node');
    return new HeadSession(model.embeddingLength, { names, session, tensor });
  }

  /** Milliseconds spent in the runtime. */
  get nativeMs(): number {
    return this.#nativeMs;
  }

  /**
   * Scores targets. hidden: [rows, embeddingLength]; places: row and token of each target, alternating. Memory: twice the
   * logits of all rows, so the caller bounds their number.
   */
  async run(hidden: Float32Array, places: BigInt64Array): Promise<HeadResult> {
    const results = await this.#compute(hidden, places);
    return {
      logProbabilities: results[this.#names.logProbability]?.data as Float32Array, // Types are the graph's.
      isArgMax: results[this.#names.isArgMax]?.data as Uint8Array,
    };
  }

  /** The most probable token of each row, the first one on ties. hidden: [rows, embeddingLength]. */
  async argMax(hidden: Float32Array): Promise<BigInt64Array> {
    const results = await this.#compute(hidden, FIRST_PLACE);
    return results[this.#names.argMax]?.data as BigInt64Array; // The graph's type.
  }

  async #compute(hidden: Float32Array, places: BigInt64Array): Promise<InferenceSession.OnnxValueMapType> {
    const rows = hidden.length / this.#embeddingLength;
    const start = performance.now();
    try {
      const results = await this.#session.run({
        hidden: new this.#tensor('float32', hidden, [rows, this.#embeddingLength]),
        places: new this.#tensor('int64', places, [places.length / 2, 2]),
      });
      this.#nativeMs += performance.now() - start;
      return results;
    } catch (cause) {
      throw runError(`Computing the logits of ${rows} rows`, { rows }, cause);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#session.release();
  }
}
