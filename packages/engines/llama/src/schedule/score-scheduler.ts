import type { ScoreResponse } from '@understudy/core';
import type { Context } from '../context/context.js';
import { isWithin, pathLength, PendingTrees, type PendingTree } from './pending-trees.js';
import type { ScoreCollector } from './score-collector.js';
import { ScoreExecutor } from './score-executor.js';
import type { ScoreTrie, TrieNode } from './score-trie.js';
import { SubtreeSizes, type SubtreeSize } from './subtree-size.js';

/**
 * Tokens that one call of the library is filled up to; a tree that is larger alone gets a call of its own. Calls of 128, 256
 * and 512 tokens computed as many tokens a second (SmolLM2 F32, hellaswag and arc_easy); smaller ones answer earlier.
 */
const BATCH_TOKENS = 256;

/**
 * Tokens above a subtree that are rather computed again in each call than held: a call for a few tokens alone reads all
 * weights as one for a hundred does.
 */
const PATH_TOKENS = 32;

/** Deeper than this the last branch of a path takes over its sequence, so that few are in use however deep the tree. */
const HELD_DEPTH = 8;

/** Sequences kept back for nodes that are held: `HELD_DEPTH`, and for each deeper level at most half of its tokens. */
const RESERVED = HELD_DEPTH + 16;

/** Where a walk of the trie is. */
interface Place {
  /** The sequence that holds what is above; undefined at the beginning of a text. */
  readonly held: number | undefined;
  /** Nodes below the held ones that are computed with each call. */
  readonly path: readonly TrieNode[];
  /** Sequences held one below the other. */
  readonly depth: number;
}

/**
 * Computes a trie of requests in few decode calls.
 *
 * The trie is walked depth first. A subtree that fits into a call goes into the next one whole, together with others. Of a
 * larger one the top node is computed by itself and held as a sequence, from whose end the subtrees below it continue; or,
 * when it is short, it is computed again with each of them. Branches always start at the end of a held sequence: that is the
 * one place where models with sliding windows or with a recurrent state can be continued.
 */
export class ScoreScheduler {
  readonly #context: Context;
  readonly #executor: ScoreExecutor;
  readonly #branching: boolean;
  #sizes = new SubtreeSizes();
  #pending = new PendingTrees(this.#sizes);
  #trunk: { readonly sequence: number; readonly tokens: Int32Array } | undefined;

  /** `branching` false: a call may not hold tokens that several sequences share (models with a recurrent state). */
  constructor(context: Context, collector: ScoreCollector, { branching }: { readonly branching: boolean }) {
    this.#context = context;
    this.#executor = new ScoreExecutor(context, collector);
    this.#branching = branching;
  }

  /** Computes a window of requests; yields what each call completes. The shared prefix stays for the next window. */
  async *run(trie: ScoreTrie): AsyncGenerator<readonly ScoreResponse[], void, undefined> {
    this.#sizes = new SubtreeSizes();
    this.#pending = new PendingTrees(this.#sizes);
    this.#executor.beginWindow();
    const trunk = this.#keepTrunk(trie);
    yield* this.#visit(trie.root, { held: undefined, path: [], depth: 0 }, trunk);
    yield* this.#flush();
  }

  async *#visit(
    parent: TrieNode,
    place: Place,
    trunk?: TrieNode,
  ): AsyncGenerator<readonly ScoreResponse[], void, undefined> {
    const children = place.depth < HELD_DEPTH ? parent.children : largestLast(parent.children, this.#sizes);
    for (const child of children) {
      const pending = { tree: child, path: place.path, from: place.held };
      const path = [...place.path, child];
      if (child === trunk && this.#trunk !== undefined) {
        yield* this.#visit(child, { held: this.#trunk.sequence, path: [], depth: 1 });
      } else if (this.#fits(pending, BATCH_TOKENS)) {
        if (!this.#pending.takes(pending, this.#limits(BATCH_TOKENS))) yield* this.#flush();
        this.#pending.add(pending);
      } else if (this.#isShort(child, path)) {
        yield* this.#visit(child, { ...place, path });
      } else if (this.#fits(pending, this.#context.options.batchTokens)) {
        yield* this.#flush();
        this.#pending.add(pending);
        yield* this.#flush();
      } else {
        yield* this.#hold(child, place, child === children.at(-1));
      }
    }
  }

  /** Computes a node into a sequence, then what is below it. */
  async *#hold(
    child: TrieNode,
    { held, path, depth }: Place,
    isLast: boolean,
  ): AsyncGenerator<readonly ScoreResponse[], void, undefined> {
    const inherits = held !== undefined && path.length === 0 && isLast && depth >= HELD_DEPTH;
    if (inherits && this.#pending.uses(held)) yield* this.#flush();
    const sequence = inherits ? held : this.#executor.branch(held);
    yield* this.#executor.computePath([...path, child], sequence, BATCH_TOKENS);
    yield* this.#visit(child, { held: sequence, path: [], depth: depth + 1 });
    if (inherits) return;
    if (child.isShared && child.position === 0) {
      yield* this.#plantTrunk(sequence, child.tokens);
    } else {
      if (this.#pending.uses(sequence)) yield* this.#flush();
      this.#executor.release(sequence);
    }
  }

  /** Whether a node is short enough to be computed again with what is below it. */
  #isShort(child: TrieNode, path: readonly TrieNode[]): boolean {
    return this.#branching && !child.isShared && child.children.length > 0 && pathLength(path) <= PATH_TOKENS;
  }

  /** Whether a subtree can be one call. */
  #fits({ tree, path }: PendingTree, tokens: number): boolean {
    if (!this.#branching && tree.children.length > 0) return false;
    const size = this.#sizes.of(tree);
    return isWhole(tree) && isWithin({ ...size, tokens: size.tokens + pathLength(path) }, this.#limits(tokens));
  }

  /** Bounds of a call. */
  #limits(tokens: number): SubtreeSize {
    return { tokens, rows: this.#context.options.maxRows, leaves: this.#executor.available - RESERVED };
  }

  /** Computes the subtrees that were put together. */
  async *#flush(): AsyncGenerator<readonly ScoreResponse[], void, undefined> {
    const pending = this.#pending.takeAll();
    if (pending.length > 0) yield await this.#executor.computeTrees(pending);
  }

  /** Whether the shared prefix of the window before is one of this window's too; if not it is dropped. */
  #keepTrunk(trie: ScoreTrie): TrieNode | undefined {
    if (this.#trunk === undefined) return undefined;
    const kept = trie.find(this.#trunk.tokens);
    if (kept?.isShared === true) return kept;
    this.#executor.release(this.#trunk.sequence);
    this.#executor.clear();
    this.#trunk = undefined;
    return undefined;
  }

  /** Keeps a held sequence for the next window in place of the one kept so far. */
  async *#plantTrunk(sequence: number, tokens: Int32Array): AsyncGenerator<readonly ScoreResponse[], void, undefined> {
    if (this.#trunk !== undefined) {
      if (this.#pending.uses(this.#trunk.sequence)) yield* this.#flush();
      this.#executor.release(this.#trunk.sequence);
    }
    this.#trunk = { sequence, tokens: tokens.slice() };
  }
}

/** Children by size, the largest last: only the last branch can take over its parent's sequence. */
function largestLast(children: readonly TrieNode[], sizes: SubtreeSizes): readonly TrieNode[] {
  return children.toSorted((a, b) => sizes.of(a).tokens - sizes.of(b).tokens);
}

/** True when no node is to be held for the next window. */
function isWhole(tree: TrieNode): boolean {
  return !tree.isShared && tree.children.every((child) => isWhole(child));
}
