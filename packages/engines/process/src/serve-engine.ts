import type {
  CallOptions,
  EncodeOptions,
  Engine,
  EngineSettings,
  ModelFiles,
  OnProgress,
  TextPair,
  Tokens,
} from '@understudy/core';
import { BugError } from '@understudy/core';
import { serve } from './serve.js';

/** What an engine needs to be opened. */
export interface OpenEngineOptions {
  readonly model: ModelFiles;
  readonly settings: EngineSettings;
  readonly onProgress?: OnProgress | undefined;
}

/** What a call of an engine takes beside requests and a signal. */
export type StreamArgument = Omit<CallOptions, 'signal'>;

/** Opens an engine in this process. */
export type OpenEngine = (options: OpenEngineOptions) => Promise<Engine>;

/** Serves one engine to the parent process; the entry of each engine's worker calls it. */
export function serveEngine(openEngine: OpenEngine): void {
  let engine: Engine | undefined;
  const opened = (): Engine => {
    if (engine === undefined)
      throw new BugError({ code: 'engine-not-open', message: 'The engine was used before it was opened.' });
    return engine;
  };
  const tokenizer = () => opened().tokenizer!;
  serve({
    calls: {
      open: async ({ model, settings }: OpenEngineOptions, { onProgress }) => {
        engine = await openEngine({ model, settings, onProgress });
        return { info: engine.info, tokenizer: engine.tokenizer?.info };
      },
      encode: (argument: { texts: readonly string[]; options: EncodeOptions }) =>
        tokenizer().encode(argument.texts, argument.options),
      encodePairs: (pairs: readonly TextPair[]) => tokenizer().encodePairs(pairs),
      decode: (argument: { tokens: readonly Tokens[]; special: boolean }) =>
        tokenizer().decode(argument.tokens, { special: argument.special }),
      counters: () => opened().counters(),
      close: async () => {
        await engine?.[Symbol.asyncDispose]();
        engine = undefined;
      },
    },
    streams: {
      score: (requests, { signal }, argument: StreamArgument) => opened().score(requests, { signal, ...argument }),
      generate: (requests, { signal }, argument: StreamArgument) =>
        opened().generate(requests, { signal, ...argument }),
      stream: async function* (requests, { signal }, argument: StreamArgument) {
        for await (const request of requests) yield* opened().stream(request, { signal, ...argument });
      },
    },
  });
}
