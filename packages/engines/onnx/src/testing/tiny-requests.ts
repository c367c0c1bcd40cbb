import type { Score, ScoreRequest, ScoreResponse } from '@understudy/core';
import type { WritableGguf } from '@understudy/gguf/testing';
import { randomNumbers } from './random-numbers.js';
import { referenceForward } from './reference-forward.js';
import type { TinyShape } from './tiny-model.js';

/** Documents to be made up. */
export interface TinyDocuments {
  readonly task?: string;
  readonly count: number;
  /** Tokens that all documents share. */
  readonly prefix: number;
  readonly contextLengths: readonly [least: number, most: number];
  readonly continuationLengths: readonly number[];
  readonly hint?: number;
  readonly seed?: number;
}

/** Requests of random documents; the continuations of a document share their first token, some of them more. */
export function tinyRequests(
  shape: TinyShape,
  { task = 'tiny', count, prefix, contextLengths, continuationLengths, hint = 0, seed = 1 }: TinyDocuments,
): readonly ScoreRequest[] {
  const random = randomNumbers(seed);
  const tokens = (length: number) => random(length, 1).map((x) => Math.floor(((x + 1) / 2) * shape.vocabularySize));
  const shared = tokens(prefix);
  return Array.from({ length: count }, (_, document) => {
    const [least, most] = contextLengths;
    const context = Int32Array.from([...shared, ...tokens(least + (document % (most - least + 1)))]);
    const start = tokens(1);
    return continuationLengths.map((length, i) => ({
      id: document * continuationLengths.length + i,
      task,
      document,
      sharedPrefix: hint,
      prompt: {
        kind: 'tokens' as const,
        context,
        continuation: Int32Array.from([...start, ...tokens(length - 1)]),
      },
    }));
  }).flat();
}

/** Gives requests as a stream. */
export async function* stream<T>(items: readonly T[]): AsyncGenerator<T, void, undefined> {
  yield* items;
}

/** Scores by id; an error fails. */
export async function collect(responses: AsyncIterable<ScoreResponse>): Promise<ReadonlyMap<number, Score>> {
  const scores = new Map<number, Score>();
  for await (const response of responses) {
    if (response.status === 'error') {
      throw new Error(`${response.code}: ${response.message}`);
    }
    scores.set(response.id, response);
  }
  return scores;
}

const known = new Map<string, { readonly logProbability: number; readonly isGreedy: boolean }>();

/** What the reference says of a request. */
export function referenceScore(
  shape: TinyShape,
  file: WritableGguf,
  { prompt }: ScoreRequest,
): { readonly logProbability: number; readonly isGreedy: boolean } {
  if (prompt.kind === 'text') {
    throw new Error('The reference takes tokens.');
  }
  const all = [...prompt.context, ...prompt.continuation];
  const key = `${shape.architecture} ${prompt.context.length} ${all.join()}`;
  const score = known.get(key) ?? scoreRows(referenceForward(shape, file, all.slice(0, -1)), prompt);
  known.set(key, score);
  return score;
}

function scoreRows(
  allRows: readonly (readonly number[])[],
  { context, continuation }: { readonly context: Int32Array; readonly continuation: Int32Array },
): { readonly logProbability: number; readonly isGreedy: boolean } {
  const rows = allRows.slice(context.length - 1);
  return {
    logProbability: rows.reduce((sum, row, i) => sum + row[continuation[i]!]!, 0),
    isGreedy: rows.every((row, i) => row.indexOf(Math.max(...row)) === continuation[i]),
  };
}
