import type { ScoreResponse } from '@understudy/core';
import type { Context } from '../context/context.js';
import type { ScoreCollector } from './score-collector.js';
import type { ScoreTrie, Target, TrieNode } from './score-trie.js';
import { SequencePool } from './sequence-pool.js';
import { SubtreeSizes } from './subtree-size.js';
import { addTree, PendingTrees, type CallLimits } from './tree-batch.js';

/**
 * Tokens that one call of the library is filled up to; a tree that is larger alone gets a call of its own. Calls of 128, 256
 * and 512 tokens computed as many tokens a second (SmolLM2 F32, hellaswag and arc_easy); smaller ones answer earlier.
 */
const BATCH_TOKENS = 256;

/** Deeper than this the last branch of a path takes over its sequence, so that few are in use however deep the tree. */
const HELD_DEPTH = 8;

/**
 * Computes a trie of requests in few decode calls, each token once.
 *
 * The trie is walked depth first. A subtree that fits into a call goes into the next one whole, together with others:
 * each of its ends is a sequence, and a token belongs to all sequences of the ends below it, so that it is one cell of the
 * KV cache. A node whose subtree does not fit is computed by itself and held as a sequence, from whose end the subtrees
 * below it continue. Branches always start at the end of a held sequence: that is the one place where models with sliding
 * windows or with a recurrent state can be continued.
 */
export class ScoreScheduler {
  readonly #context: Context;
  readonly #collector: ScoreCollector;
  readonly #branching: boolean;
  readonly #pool: SequencePool;
  #sizes = new SubtreeSizes();
  #pending = new PendingTrees(this.#sizes);
  #trunk: { readonly sequence: number; readonly tokens: Int32Array } | undefined;

  /** `branching` false: a call may not hold tokens that several sequences share (models with a recurrent state). */
  constructor(context: Context, collector: ScoreCollector, { branching }: { readonly branching: boolean }) {
    this.#context = context;
    this.#collector = collector;
    this.#branching = branching;
    this.#pool = new SequencePool(context.options.sequences);
  }

  /** Computes a window of requests; yields what each call completes. The shared prefix stays for the next window. */
  async *run(trie: ScoreTrie): AsyncGenerator<readonly ScoreResponse[], void, undefined> {
    this.#sizes = new SubtreeSizes();
    this.#pending = new PendingTrees(this.#sizes);
    const trunk = this.#keepTrunk(trie);
    yield* this.#visit(trie.root, undefined, 0, trunk);
    yield* this.#flush();
  }

  /** Whether the shared prefix of the window before is one of this window's too; if not it is dropped. */
  #keepTrunk(trie: ScoreTrie): TrieNode | undefined {
    const kept = this.#trunk === undefined ? undefined : trie.find(this.#trunk.tokens);
    if (kept?.isShared === true && kept.targets.size === 0) return kept;
    this.#dropTrunk();
    return undefined;
  }

  #dropTrunk(): void {
    if (this.#trunk === undefined) return;
    this.#context.clear();
    this.#pool.release(this.#trunk.sequence);
    this.#trunk = undefined;
  }

  async *#visit(
    place: TrieNode,
    held: number | undefined,
    depth: number,
    trunk?: TrieNode,
  ): AsyncGenerator<readonly ScoreResponse[], void, undefined> {
    const children = depth < HELD_DEPTH ? place.children : largestLast(place.children, this.#sizes);
    const last = children.at(-1);
    for (const child of children) {
      if (child === trunk && this.#trunk !== undefined) {
        yield* this.#flush();
        yield* this.#visit(child, this.#trunk.sequence, depth + 1);
        continue;
      }
      if (this.#fits(child)) {
        if (!this.#pending.takes(child, this.#limits())) yield* this.#flush();
        this.#pending.add({ tree: child, from: held });
        continue;
      }
      yield* this.#flush();
      const inherits = held !== undefined && depth >= HELD_DEPTH && child === last;
      const sequence = inherits ? held : this.#branch(held);
      yield* this.#compute(child, sequence);
      yield* this.#visit(child, sequence, depth + 1);
      yield* this.#flush();
      if (inherits) continue;
      if (child.isShared && depth === 0 && child.position === 0) this.#plantTrunk(sequence, child.tokens);
      else this.#release(sequence);
    }
  }

  #plantTrunk(sequence: number, tokens: Int32Array): void {
    if (this.#trunk !== undefined) this.#release(this.#trunk.sequence);
    this.#trunk = { sequence, tokens: tokens.slice() };
  }

  /** A new sequence that continues a held one. */
  #branch(held: number | undefined): number {
    const sequence = this.#pool.acquire();
    if (held !== undefined) this.#context.copySequence(held, sequence);
    return sequence;
  }

  #release(...sequences: number[]): void {
    for (const sequence of sequences) this.#context.removeSequence(sequence);
    this.#pool.release(...sequences);
  }

  /** Computes a node's own tokens into a sequence, in as many calls as it takes. */
  async *#compute(place: TrieNode, sequence: number): AsyncGenerator<readonly ScoreResponse[], void, undefined> {
    this.#collector.addComputed(place.owner, place.tokens.length);
    const { maxRows } = this.#context.options;
    let start = 0;
    while (start < place.tokens.length) {
      const rows: (readonly Target[])[] = [];
      let end = start;
      while (end < place.tokens.length && end - start < BATCH_TOKENS && rows.length < maxRows) {
        const targets = place.targets.get(end);
        if (targets !== undefined) rows.push(targets);
        end += 1;
      }
      const offset = start;
      this.#context.batch.add({
        tokens: place.tokens.subarray(start, end),
        position: place.position + start,
        sequences: [sequence],
        wanted: (index) => place.targets.has(offset + index),
      });
      yield this.#collector.take(rows, await this.#context.decode());
      start = end;
    }
  }

  /** Whether a subtree can be one call. */
  #fits(tree: TrieNode): boolean {
    const { tokens, rows, leaves } = this.#sizes.of(tree);
    const limits = this.#limits();
    if (!this.#branching && tree.children.length > 0) return false;
    if (!isWholeTree(tree)) return false;
    return tokens <= this.#context.options.batchTokens && rows <= limits.rows && leaves <= limits.leaves;
  }

  /** Bounds of a call that is put together. */
  #limits(): CallLimits {
    return { tokens: BATCH_TOKENS, rows: this.#context.options.maxRows, leaves: this.#pool.available - RESERVED };
  }

  /** Computes the subtrees that were put together. */
  async *#flush(): AsyncGenerator<readonly ScoreResponse[], void, undefined> {
    const rows: (readonly Target[])[] = [];
    const used: number[] = [];
    for (const { tree, from } of this.#pending.takeAll()) {
      const sequences = Array.from({ length: this.#sizes.of(tree).leaves }, () => this.#branch(from));
      used.push(...sequences);
      addTree(tree, sequences, {
        context: this.#context,
        sizes: this.#sizes,
        rows,
        onNode: ({ owner, tokens }) => this.#collector.addComputed(owner, tokens.length),
      });
    }
    if (used.length === 0) return;
    const done = this.#collector.take(rows, await this.#context.decode());
    this.#release(...used);
    yield done;
  }
}

/** Sequences kept back for nodes that are held: `HELD_DEPTH`, and for each deeper level at most half of its tokens. */
const RESERVED = HELD_DEPTH + 16;

/** Children by size, the largest last: only the last branch can take over its parent's sequence. */
function largestLast(children: readonly TrieNode[], sizes: SubtreeSizes): readonly TrieNode[] {
  return children.toSorted((a, b) => sizes.of(a).tokens - sizes.of(b).tokens);
}

/** True when no node is to be held for the next window. */
function isWholeTree(tree: TrieNode): boolean {
  return !tree.isShared && tree.children.every((child) => isWholeTree(child));
}
