import type { Encoder } from '../architectures/text-model.js';
import { prefixOf } from '../runtime/encoded-contexts.js';
import type { EncoderSession } from '../runtime/encoder-session.js';
import type { KvPrefix } from '../runtime/kv-prefix.js';
import type { Counters } from '@understudy/engine-process';
import { batchCost, type CostModel } from './cost-model.js';
import { partition } from './partition.js';
import type { PendingDocument, Sequence } from './pending-document.js';
import type { RowQueue } from './row-queue.js';
import type { Schedule } from './schedule.js';
import type { ScoreDocument } from './score-document.js';
import { wholeTree } from './segment.js';
import { commonLength, tokenTree, type TokenTree } from './token-tree.js';
import type { TreeScorer } from './tree-scorer.js';

/** What documents are scored with. */
export interface EncodedScheduleParts {
  readonly scorer: TreeScorer;
  readonly encoder: EncoderSession;
  readonly seenBy: Encoder['seenBy'];
  readonly empty: KvPrefix;
  readonly queue: RowQueue;
  readonly costs: CostModel;
  readonly counters: Counters;
  /** One context at a time, so that its scores do not depend on what else is in the run. */
  readonly deterministic: boolean;
}

/** A context with the tree of what may follow it. */
interface EncodedTree {
  readonly context: Int32Array;
  readonly tree: TokenTree;
}

/**
 * For models with an encoder: it reads each context once, and the decoder computes the tree of its continuations. Contexts of similar
 * length are read together, and their trees are the lines of one pass; a prefix that contexts share is nothing to an encoder, which
 * reads in both directions.
 */
export class EncodedSchedule implements Schedule {
  readonly #parts: EncodedScheduleParts;

  constructor(parts: EncodedScheduleParts) {
    this.#parts = parts;
  }

  async *scoreWindow(documents: readonly ScoreDocument[]): AsyncGenerator<PendingDocument> {
    const { costs, queue, deterministic, seenBy } = this.#parts;
    const trees = documents.flatMap(treesOf);
    // Behind a prefix of its own, a text stands alone: a limit of the attention operator.
    if (seenBy === 'self-attention' || deterministic) {
      for (const tree of trees) {
        yield* this.#scoreTogether([tree]);
        if (deterministic) yield* queue.scoreAll();
      }
      yield* queue.scoreAll();
      return;
    }
    const sorted = trees.toSorted((a, b) => tokensOf(a) - tokensOf(b));
    const lengths = sorted.map(tokensOf);
    for (const { start, end } of partition(sorted.length, (part) =>
      batchCost(costs, lengths.slice(part.start, part.end)),
    )) {
      yield* this.#scoreTogether(sorted.slice(start, end));
    }
    yield* queue.scoreAll();
  }

  async *#scoreTogether(trees: readonly EncodedTree[]): AsyncGenerator<PendingDocument> {
    const { scorer, encoder, empty, seenBy, counters } = this.#parts;
    const contexts = await encoder.run(trees.map(({ context }) => context));
    const read = contexts.lengths.reduce((sum, length) => sum + length, 0);
    counters.uniqueTokens += read;
    counters.paddingTokens += contexts.lengths.length * contexts.room - read;
    const lines = trees.map(({ tree }) => [wholeTree(tree)]);
    yield* scorer.lines(seenBy === 'self-attention' ? prefixOf(contexts) : empty, lines, contexts);
  }
}

/** The contexts of a document, which may have several, each with its continuations. */
function treesOf({ sequences }: ScoreDocument): readonly EncodedTree[] {
  const groups: Sequence[][] = [];
  for (const sequence of sequences) {
    const own = groups.find(([first]) => isSame(contextOf(first), contextOf(sequence)));
    if (own === undefined) groups.push([sequence]);
    else own.push(sequence);
  }
  return groups.map((group) => ({ context: contextOf(group[0]), tree: tokenTree(group, 0) }));
}

function contextOf(sequence: Sequence | undefined): Int32Array {
  return sequence?.encoded ?? new Int32Array();
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && commonLength(a, b) === a.length;
}

function tokensOf({ context, tree }: EncodedTree): number {
  return context.length + tree.tokens.length;
}
