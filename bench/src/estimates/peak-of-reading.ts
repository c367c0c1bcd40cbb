import { generate, withEngine } from './one-sequence.js';

/** Reads a prompt that fills a context in an engine process of its own; the most memory that it had, in bytes. */
export function peakOfReading(path: string, contextLength: number): Promise<number> {
  return withEngine(path, contextLength, async (engine) => {
    await generate(engine, 'a b c d e f g h '.repeat(contextLength / 8 - 4), 8);
    return (await engine.counters()).peakMemoryBytes;
  });
}
