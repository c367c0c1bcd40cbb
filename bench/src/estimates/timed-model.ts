import type { Engine } from '@understudy/core';
import { quantile } from '@understudy/statistics';
import { generate, withEngine } from './one-sequence.js';

/** What an engine did with one sequence, in tokens a second. */
export interface TimedModel {
  readonly decodingTokensPerSecond: number;
  readonly prefillTokensPerSecond: number;
}

const ROUNDS = 3;
const LETTERS = 'a b c d e f g h ';

/**
 * Times one sequence of a model: writing up to so many tokens, and reading a prompt of about as many. Medians of some rounds, each with a
 * beginning of its own, so that nothing is kept from one to the next.
 */
export function timeModel(path: string, tokens: number): Promise<TimedModel> {
  return withEngine(path, 2 * tokens, async (engine) => {
    await timed(engine, 'A warm-up: ', 8);
    const writing: number[] = [];
    const reading: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const written = await timed(engine, `${round} ${LETTERS}${LETTERS}`, tokens);
      writing.push(written.generated / written.seconds);
      const read = await timed(engine, `${round}: ${LETTERS.repeat(tokens / 8)}`, 1);
      reading.push(read.computed / read.seconds);
    }
    return { decodingTokensPerSecond: median(writing), prefillTokensPerSecond: median(reading) };
  });
}

async function timed(engine: Engine, text: string, maxTokens: number) {
  const before = await engine.counters();
  const startedAt = performance.now();
  await generate(engine, text, maxTokens);
  const seconds = (performance.now() - startedAt) / 1000;
  const after = await engine.counters();
  return {
    seconds,
    generated: after.generatedTokens - before.generatedTokens,
    computed: after.uniqueTokens - before.uniqueTokens,
  };
}

function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
