import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreResponse } from '@understudy/core';
import { Context } from '../context/context.js';
import { Model } from '../context/model.js';
import { writeTinyModel, type TinyModel } from '../testing/tiny-model.js';
import { ScoreCollector } from './score-collector.js';
import { ScoreScheduler } from './score-scheduler.js';
import { ScoreTrie } from './score-trie.js';

let tiny: TinyModel;
let model: Model;

beforeAll(async () => {
  tiny = writeTinyModel();
  model = await Model.load({ paths: tiny.paths }, { gpuLayers: 0 });
});

afterAll(() => {
  model[Symbol.dispose]();
  tiny[Symbol.dispose]();
});

interface Pair {
  readonly context: readonly number[];
  readonly continuation: readonly number[];
}

interface Outcome {
  readonly logProbabilities: readonly number[];
  readonly tokens: number;
  readonly calls: number;
}

/** Scores pairs in windows, each window one trie. */
async function score(
  windows: readonly (readonly Pair[])[],
  options: { readonly branching: boolean; readonly shared?: number },
): Promise<Outcome> {
  using context = await Context.create(model, {
    cells: 4096,
    sequences: 64,
    batchTokens: 512,
    microBatchTokens: 512,
    maxRows: 64,
    threads: 1,
    kvType: 'f32',
    flashAttention: false,
    unified: true,
  });
  const collector = new ScoreCollector(model.vocabulary.size);
  const scheduler = new ScoreScheduler(context, collector, options);
  const answers: ScoreResponse[] = [];
  let id = 0;
  for (const window of windows) {
    const trie = new ScoreTrie();
    for (const [request, { context: start, continuation }] of window.entries()) {
      const input = Int32Array.from([...start, ...continuation.slice(0, -1)]);
      const promptTokens = input.length + 1;
      collector.expect(request, { id, promptTokens, continuation: continuation.length });
      trie.insert({ request, input, continuation: Int32Array.from(continuation), sharedPrefix: options.shared ?? 0 });
      id += 1;
    }
    for await (const done of scheduler.run(trie)) answers.push(...done);
  }
  const { tokens, calls } = context.takeTotals();
  const ordered = answers.toSorted((a, b) => a.id - b.id);
  return {
    logProbabilities: ordered.map((answer) => (answer.status === 'ok' ? answer.logProbability : NaN)),
    tokens,
    calls,
  };
}

function sequence(seed: number, length: number): number[] {
  return Array.from({ length }, (_, index) => 3 + ((seed * 31 + index * 17 + index * index * seed) % 250));
}

/** Three documents that begin with the same prefix. */
function documents(prefix: number, seed: number): Pair[] {
  return [1, 2, 3].map((part) => ({
    context: [...sequence(prefix, 30), ...sequence(seed + part, 4)],
    continuation: sequence(part, 2),
  }));
}

function largestDifference(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? Infinity))));
}

/** Each prompt is the beginning of the next: a tree as deep as it has requests. */
const CHAIN = Array.from({ length: 40 }, (_, part): Pair => ({
  context: sequence(1, 6 + part * 5),
  continuation: sequence(50 + part, 3),
}));

describe('ScoreScheduler', () => {
  it('gives the same scores with and without tokens that several sequences share, however deep the tree', async () => {
    const branching = await score([CHAIN], { branching: true });
    const held = await score([CHAIN], { branching: false });
    const alone = await score(
      CHAIN.map((pair) => [pair]),
      { branching: true },
    );
    expect(largestDifference(branching.logProbabilities, alone.logProbabilities)).toBeLessThan(1e-3);
    expect(largestDifference(held.logProbabilities, alone.logProbabilities)).toBeLessThan(1e-3);
    expect(branching.calls).toBeLessThan(held.calls / 3);
  });

  it('computes each token of a window once, but for short beginnings that several calls need', async () => {
    const tokens = 6 + 39 * 5 + 40 * 2;
    expect((await score([CHAIN], { branching: false })).tokens).toBe(tokens);
    const branching = await score([CHAIN], { branching: true });
    expect(branching.tokens).toBeLessThanOrEqual(tokens + 32 * branching.calls);
  });

  it('fills its calls when many documents begin with the same word', async () => {
    const window = Array.from({ length: 120 }, (_, document): Pair => {
      const context = [7, ...(document % 3 === 0 ? [8] : []), ...sequence(document + 2, 14)];
      return { context, continuation: [9] };
    });
    const together = await score([window], { branching: true });
    const alone = await score(
      window.map((pair) => [pair]),
      { branching: true },
    );
    expect(largestDifference(together.logProbabilities, alone.logProbabilities)).toBeLessThan(1e-3);
    // Rows and sequences bound a call to 40 documents here.
    expect(together.calls).toBeLessThanOrEqual(9);
    expect(together.tokens).toBeLessThan(120 * 14 + 2 * together.calls + 2);
  });

  it('keeps the shared prefix for the next window and drops it for another', async () => {
    const windows = [documents(1, 10), documents(1, 20), documents(2, 30), documents(1, 40)];
    const kept = await score(windows, { branching: true, shared: 30 });
    const alone = await score(
      windows.flat().map((pair) => [pair]),
      { branching: true },
    );
    expect(kept.tokens).toBe(3 * 30 + windows.length * 3 * 5);
    expect(largestDifference(kept.logProbabilities, alone.logProbabilities)).toBeLessThan(1e-3);
  });
});
