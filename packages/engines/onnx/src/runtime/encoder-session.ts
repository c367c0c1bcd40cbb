import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Encoder, TextModel } from '../architectures/text-model.js';
import { contextMask, type EncodedContexts } from './encoded-contexts.js';
import { encoderGraph, type EncoderGraph } from './encoder-graph.js';
import { openSession } from './open-session.js';
import type { RotaryCache } from './rotary-cache.js';
import { runError } from './run-error.js';

/** A model's encoder in ONNX Runtime: reads contexts for the decoder to look at. */
export class EncoderSession implements AsyncDisposable {
  readonly #names: EncoderGraph;
  readonly #session: InferenceSession;
  readonly #tensor: typeof Tensor;
  readonly #rotary: RotaryCache | undefined;
  readonly #endTokens: readonly number[];
  #nativeMs = 0;

  private constructor(
    { endToken }: Encoder,
    parts: { names: EncoderGraph; session: InferenceSession; tensor: typeof Tensor; rotary: RotaryCache | undefined },
  ) {
    this.#endTokens = endToken === undefined ? [] : [endToken];
    this.#names = parts.names;
    this.#session = parts.session;
    this.#tensor = parts.tensor;
    this.#rotary = parts.rotary;
  }

  /** Throws `EngineError` `onnx-session`. */
  static async open(
    model: TextModel & { readonly encoder: Encoder },
    options: { readonly weightsPath: string; readonly threads: number; readonly rotary: readonly RotaryCache[] },
  ): Promise<EncoderSession> {
    const { encoder } = model;
    const names = encoderGraph(encoder, model);
    // What self-attention sees was computed with the decoder's own weights.
    const packed = encoder.seenBy === 'cross-attention';
    const session = await openSession({ ...options, graph: names.graph, packed });
    const { Tensor: tensor } = await import('onnxruntime-node');
    return new EncoderSession(encoder, { names, session, tensor, rotary: options.rotary[0] });
  }

  /** Milliseconds spent in the runtime. */
  get nativeMs(): number {
    return this.#nativeMs;
  }

  /** Reads contexts, each of at least one token, with the model's end token behind them; they are filled up to the longest. */
  async run(contexts: readonly Int32Array[]): Promise<EncodedContexts> {
    const ended = contexts.map((context) => Int32Array.from([...context, ...this.#endTokens]));
    const lengths = Int32Array.from(ended, ({ length }) => length);
    const room = Math.max(...lengths);
    const dims = [contexts.length, room];
    const tokens = new Int32Array(contexts.length * room);
    ended.forEach((context, i) => tokens.set(context, i * room));
    const start = performance.now();
    try {
      const results = await this.#session.run({
        tokens: new this.#tensor('int32', tokens, dims),
        mask: new this.#tensor('int32', contextMask({ lengths, room }), dims),
        ...this.#angles(room),
      });
      this.#nativeMs += performance.now() - start;
      const numbers = (name: string): Float32Array => results[name]?.data as Float32Array; // The graph's type.
      const layers = this.#names.layers.map(({ key, value }) => ({ key: numbers(key), value: numbers(value) }));
      return { lengths, room, layers };
    } catch (cause) {
      throw runError(
        `Reading ${contexts.length} contexts of up to ${room} tokens`,
        { contexts: contexts.length, room },
        cause,
      );
    }
  }

  #angles(places: number): Record<string, Tensor> {
    if (this.#rotary === undefined) return {};
    const { cos, sin, places: made } = this.#rotary.angles(places);
    const dims = [made, cos.length / made];
    return { cos: new this.#tensor('float32', cos, dims), sin: new this.#tensor('float32', sin, dims) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#session.release();
  }
}
