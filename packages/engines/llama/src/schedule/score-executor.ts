import type { ScoreResponse } from '@understudy/core';
import type { Context } from '../context/context.js';
import type { PendingTree } from './pending-trees.js';
import type { ScoreCollector } from './score-collector.js';
import type { Target, TrieNode } from './score-trie.js';
import { SequencePool } from './sequence-pool.js';
import { addTree, joinTrees, leavesOf, newNodes } from './tree-batch.js';

/** Carries out what a scheduler decides: sequences, decode calls, and the rows they answer. */
export class ScoreExecutor {
  readonly #context: Context;
  readonly #collector: ScoreCollector;
  readonly #pool: SequencePool;
  /** Path nodes of the window that were computed: their targets are answered. */
  #computed = new Set<TrieNode>();

  constructor(context: Context, collector: ScoreCollector) {
    this.#context = context;
    this.#collector = collector;
    this.#pool = new SequencePool(context.options.sequences);
  }

  /** Sequences that are free. */
  get available(): number {
    return this.#pool.available;
  }

  /** Begins a window; nodes of the one before are forgotten. */
  beginWindow(): void {
    this.#computed = new Set();
  }

  /** A new sequence that continues a held one, or begins a text. */
  branch(held: number | undefined): number {
    const sequence = this.#pool.acquire();
    if (held !== undefined) this.#context.copySequence(held, sequence);
    return sequence;
  }

  /** Frees sequences and the cells that only they have. */
  release(...sequences: number[]): void {
    for (const sequence of sequences) this.#context.removeSequence(sequence);
    this.#pool.release(...sequences);
  }

  /** Frees all cells: what is computed next lies where it would lie in an empty cache. */
  clear(): void {
    this.#context.clear();
  }

  /** Computes nodes that follow one another into a sequence, in calls of up to `batchTokens`. */
  async *computePath(
    path: readonly TrieNode[],
    sequence: number,
    batchTokens: number,
  ): AsyncGenerator<readonly ScoreResponse[], void, undefined> {
    for (const place of path) {
      const isNew = !this.#computed.has(place);
      this.#computed.add(place);
      if (isNew) this.#collector.addComputed(place.owner, place.tokens.length);
      let start = 0;
      while (start < place.tokens.length) {
        const { end, rows } = this.#piece(place, start, { batchTokens, isNew });
        const first = start;
        this.#context.batch.add({
          tokens: place.tokens.subarray(start, end),
          position: place.position + start,
          sequences: [sequence],
          wanted: (index) => isNew && place.targets.has(first + index),
        });
        yield this.#collector.take(rows, await this.#context.decode());
        start = end;
      }
    }
  }

  /** Computes subtrees in one call. */
  async computeTrees(pending: readonly PendingTree[]): Promise<readonly ScoreResponse[]> {
    const used: number[] = [];
    const trees = joinTrees(pending, this.#computed);
    const rows = trees.flatMap(({ root, from }) => {
      const sequences = Array.from({ length: leavesOf(root) }, () => this.branch(from));
      used.push(...sequences);
      return addTree(this.#context, root, sequences);
    });
    for (const { owner, tokens } of trees.flatMap(({ root }) => newNodes(root))) {
      this.#collector.addComputed(owner, tokens.length);
    }
    const done = this.#collector.take(rows, await this.#context.decode());
    this.release(...used);
    return done;
  }

  /** The next piece of a node: as many tokens as a call takes and as its rows of logits allow. */
  #piece(place: TrieNode, start: number, { batchTokens, isNew }: { batchTokens: number; isNew: boolean }): Piece {
    const { maxRows } = this.#context.options;
    const rows: (readonly Target[])[] = [];
    let end = start;
    while (end < place.tokens.length && end - start < batchTokens && rows.length < maxRows) {
      const targets = isNew ? place.targets.get(end) : undefined;
      if (targets !== undefined) rows.push(targets);
      end += 1;
    }
    return { end, rows };
  }
}

interface Piece {
  /** Index after the last token. */
  readonly end: number;
  /** Targets of its rows in order. */
  readonly rows: readonly (readonly Target[])[];
}
