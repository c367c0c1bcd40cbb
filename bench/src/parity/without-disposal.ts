import type { Engine } from '@understudy/core';

/** The same engine, kept open when the run that it was given to ends. */
export function withoutDisposal(engine: Engine): Engine {
  return {
    info: engine.info,
    tokenizer: engine.tokenizer,
    score: (requests, options) => engine.score(requests, options),
    generate: (requests, options) => engine.generate(requests, options),
    stream: (request, options) => engine.stream(request, options),
    counters: () => engine.counters(),
    [Symbol.asyncDispose]: async () => {},
  };
}
