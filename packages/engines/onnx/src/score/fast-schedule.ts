import type { KvPrefix } from '../runtime/kv-prefix.js';
import { groupBy } from './group-by.js';
import { batchCost, lineCost, type CostModel } from './cost-model.js';
import { partition } from './partition.js';
import type { PendingDocument } from './pending-document.js';
import type { PrefixStore } from './prefix-store.js';
import type { RowQueue } from './row-queue.js';
import type { Schedule } from './schedule.js';
import type { ScoreDocument } from './score-document.js';
import { wholeTree } from './segment.js';
import { isWorthwhile, sharedPrefix } from './shared-prefix.js';
import { commonLength, tokenTree, type TokenTree } from './token-tree.js';
import type { TreeScorer } from './tree-scorer.js';

/** What documents are scored with. */
export interface FastScheduleParts {
  readonly scorer: TreeScorer;
  readonly prefixes: PrefixStore;
  readonly queue: RowQueue;
  readonly costs: CostModel;
}

/**
 * As fast as can be: the documents of a leaf task that share a prefix are computed behind it, several in a line; the others in
 * batches of similar length. A score then depends in its last digits on what it was computed with.
 */
export class FastSchedule implements Schedule {
  readonly #scorer: TreeScorer;
  readonly #prefixes: PrefixStore;
  readonly #queue: RowQueue;
  readonly #costs: CostModel;

  constructor({ scorer, prefixes, queue, costs }: FastScheduleParts) {
    this.#scorer = scorer;
    this.#prefixes = prefixes;
    this.#queue = queue;
    this.#costs = costs;
  }

  async *scoreWindow(documents: readonly ScoreDocument[]): AsyncGenerator<PendingDocument> {
    const alone: ScoreDocument[] = [];
    for (const task of groupBy(documents, (document) => document.task).values()) {
      const tokens = sharedPrefix(task);
      const byLength = groupBy(task, ({ head }) => commonLength(head, tokens));
      // The longest first: the others are cut from it.
      for (const [length, group] of [...byLength].sort(([a], [b]) => b - a)) {
        if (isWorthwhile(length, group)) {
          yield* this.#behindPrefix(await this.#prefixes.get(tokens.subarray(0, length)), group);
        } else {
          alone.push(...group);
        }
      }
    }
    yield* this.#inBatches(alone);
    yield* this.#queue.scoreAll();
  }

  async *#behindPrefix(prefix: KvPrefix, documents: readonly ScoreDocument[]): AsyncGenerator<PendingDocument> {
    const trees = treesOf(documents, prefix.length);
    for (const group of groupsOf(trees, (lengths) => lineCost(this.#costs, lengths))) {
      yield* group.length === 1
        ? this.#scorer.segment(prefix, wholeTree(group[0]!))
        : this.#scorer.lines(prefix, [group.map((tree) => wholeTree(tree))]);
    }
  }

  async *#inBatches(documents: readonly ScoreDocument[]): AsyncGenerator<PendingDocument> {
    const { empty } = this.#prefixes;
    const trees = [...treesOf(documents, 0)].sort((a, b) => a.tokens.length - b.tokens.length);
    for (const group of groupsOf(trees, (lengths) => batchCost(this.#costs, lengths))) {
      const lines = group.map((tree) => [wholeTree(tree)]);
      yield* lines.length === 1 ? this.#scorer.segment(empty, lines[0]![0]!) : this.#scorer.lines(empty, lines);
    }
  }
}

function treesOf(documents: readonly ScoreDocument[], prefix: number): readonly TokenTree[] {
  return documents.map(({ sequences }) => tokenTree(sequences, prefix));
}

function groupsOf(
  trees: readonly TokenTree[],
  costOf: (lengths: readonly number[]) => number,
): readonly (readonly TokenTree[])[] {
  const lengths = trees.map((tree) => tree.tokens.length);
  const parts = partition(trees.length, ({ start, end }) => costOf(lengths.slice(start, end)));
  return parts.map(({ start, end }) => trees.slice(start, end));
}
