import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Encoder } from '../architectures/text-model.js';
import { contextMask, type EncodedContexts } from './encoded-contexts.js';
import { encoderGraph, type EncoderGraph } from './encoder-graph.js';
import { openSession } from './open-session.js';
import { runError } from './run-error.js';

/** A model's encoder in ONNX Runtime: reads contexts for the decoder to look at. */
export class EncoderSession implements AsyncDisposable {
  readonly #names: EncoderGraph;
  readonly #session: InferenceSession;
  readonly #tensor: typeof Tensor;
  #nativeMs = 0;

  private constructor(parts: { names: EncoderGraph; session: InferenceSession; tensor: typeof Tensor }) {
    this.#names = parts.names;
    this.#session = parts.session;
    this.#tensor = parts.tensor;
  }

  /** Throws `EngineError` `onnx-session`. */
  static async open(
    encoder: Encoder,
    options: { readonly weightsPath: string; readonly threads: number },
  ): Promise<EncoderSession> {
    const names = encoderGraph(encoder);
    const session = await openSession({ ...options, graph: names.graph });
    const { Tensor: tensor } = await import('onnxruntime-node');
    return new EncoderSession({ names, session, tensor });
  }

  /** Milliseconds spent in the runtime. */
  get nativeMs(): number {
    return this.#nativeMs;
  }

  /** Reads contexts, each of at least one token; they are filled up to the longest. */
  async run(contexts: readonly Int32Array[]): Promise<EncodedContexts> {
    const lengths = Int32Array.from(contexts, ({ length }) => length);
    const room = Math.max(...lengths);
    const dims = [contexts.length, room];
    const tokens = new Int32Array(contexts.length * room);
    contexts.forEach((context, i) => tokens.set(context, i * room));
    const start = performance.now();
    try {
      const results = await this.#session.run({
        tokens: new this.#tensor('int32', tokens, dims),
        mask: new this.#tensor('int32', contextMask({ lengths, room }), dims),
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

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#session.release();
  }
}
