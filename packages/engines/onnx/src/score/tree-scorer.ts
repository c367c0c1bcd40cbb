import type { BodySession, RunOptions } from '../runtime/body-session.js';
import type { EncodedContexts } from '../runtime/encoded-contexts.js';
import type { KvPrefix } from '../runtime/kv-prefix.js';
import type { Counters } from '@understudy/engine-process';
import { partition } from './partition.js';
import { chunkLength, type CostModel } from './cost-model.js';
import type { PendingDocument } from './pending-document.js';
import type { RowQueue } from './row-queue.js';
import { segmentGrid } from './segment-grid.js';
import { segmentLength, type Segment } from './segment.js';
import type { TokenTree } from './token-tree.js';

/** What trees are computed with. */
export interface TreeScorerParts {
  readonly body: BodySession;
  readonly queue: RowQueue;
  readonly costs: CostModel;
  readonly counters: Counters;
  /** Ends the work between two passes. */
  readonly signal?: AbortSignal | undefined;
}

/** Computes trees of tokens behind a prefix, and yields documents as their last token gets its score. */
export class TreeScorer {
  readonly #body: BodySession;
  readonly #queue: RowQueue;
  readonly #costs: CostModel;
  readonly #counters: Counters;
  readonly #signal: AbortSignal | undefined;

  constructor({ body, queue, costs, counters, signal }: TreeScorerParts) {
    this.#body = body;
    this.#queue = queue;
    this.#costs = costs;
    this.#counters = counters;
    this.#signal = signal;
  }

  /** One pass over lines of segments; behind a prefix there is one line. `contexts` are what an encoder has read for each line. */
  async *lines(
    prefix: KvPrefix,
    lines: readonly (readonly Segment[])[],
    contexts?: EncodedContexts,
  ): AsyncGenerator<PendingDocument> {
    await this.#pass(prefix, lines, { contexts });
    yield* this.#queue.scoreFull(lines.flat().reduce((sum, segment) => sum + segmentLength(segment), 0));
  }

  /**
   * A segment of any size: what is too large for one pass is computed in chunks over a growing prefix. Each prefix replaces the
   * one before, which is then free: at 8,000 tokens it takes hundreds of megabytes.
   */
  async *segment(prefix: KvPrefix, { tree, start: first, end }: Segment): AsyncGenerator<PendingDocument> {
    let grown = prefix;
    let start = first;
    for (;;) {
      const chunk = chunkLength(this.#costs, end - start, grown.length);
      if (end - start <= chunk) {
        yield* this.lines(grown, [[{ tree, start, end }]]);
        return;
      }
      if ((tree.ends[start] ?? end) < end) {
        yield* this.#branches(grown, { tree, start, end });
        return;
      }
      const middle = start + Math.min(chainLength(tree, start), chunk);
      grown = await this.#grow(grown, { tree, start, end: middle }, { caller: prefix, to: grown.length + end - start });
      yield* this.#queue.scoreFull(middle - start);
      start = middle;
    }
  }

  /** Appends a sequence to a prefix in chunks; nothing of it is scored. */
  async extend(prefix: KvPrefix, tokens: Int32Array): Promise<KvPrefix> {
    const to = prefix.length + tokens.length;
    let extended = prefix;
    let rest = tokens;
    while (rest.length > 0) {
      const chunk = chunkLength(this.#costs, rest.length, extended.length);
      const tree = chain(rest.subarray(0, chunk), extended.length);
      extended = await this.#grow(extended, { tree, start: 0, end: chunk }, { caller: prefix, to });
      rest = rest.subarray(chunk);
    }
    return extended;
  }

  /** Appends a chain to a prefix that will grow to a length; the old one's memory is used again, unless it is the caller's. */
  async #grow(
    prefix: KvPrefix,
    chainOfTokens: Segment,
    { caller, to }: { readonly caller: KvPrefix; readonly to: number },
  ): Promise<KvPrefix> {
    const grown = await this.#pass(prefix, [[chainOfTokens]], { extendTo: to });
    if (prefix !== caller) {
      this.#body.recycle(prefix);
    }
    return grown as KvPrefix; // It was asked for.
  }

  /** Several trees in a row: small ones share a pass. */
  async *#branches(prefix: KvPrefix, { tree, start, end }: Segment): AsyncGenerator<PendingDocument> {
    const starts: number[] = [];
    for (let node = start; node < end; node = tree.ends[node]!) {
      starts.push(node);
    }
    const endOf = (branch: number) => starts[branch] ?? end;
    const parts = partition(starts.length, (part) => {
      const length = endOf(part.end) - endOf(part.start);
      const isOnePass = length <= chunkLength(this.#costs, length, prefix.length);
      return part.end - part.start === 1 || isOnePass ? 1 : Number.POSITIVE_INFINITY;
    });
    for (const part of parts) {
      yield* this.segment(prefix, { tree, start: endOf(part.start), end: endOf(part.end) });
    }
  }

  async #pass(
    prefix: KvPrefix,
    lines: readonly (readonly Segment[])[],
    options: RunOptions,
  ): Promise<KvPrefix | undefined> {
    this.#signal?.throwIfAborted();
    const { grid, targets, padding } = segmentGrid(lines);
    const { hidden, extended } = await this.#body.run(grid, prefix, options);
    this.#queue.add(hidden, targets);
    this.#counters.uniqueTokens += grid.tokens.length - padding;
    this.#counters.paddingTokens += padding;
    this.#counters.scoredRows += grid.rows.length;
    this.#counters.batches++;
    return extended;
  }
}

/** Number of nodes from `start` on that follow each other without a branch. */
function chainLength(tree: TokenTree, start: number): number {
  let node = start;
  while (node + 1 < tree.tokens.length && tree.parents[node + 1] === node && tree.ends[node + 1] === tree.ends[node]) {
    node++;
  }
  return node - start + 1;
}

/** A sequence as a tree without targets. */
function chain(tokens: Int32Array, firstPosition: number): TokenTree {
  return {
    tokens,
    positions: tokens.map((_, i) => firstPosition + i),
    parents: tokens.map((_, i) => i - 1),
    ends: tokens.map(() => tokens.length),
    targets: [],
  };
}
