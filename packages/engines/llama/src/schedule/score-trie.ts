import type { Tokens } from '@understudy/core';

/** A wanted log-probability: of `token`, after the tokens up to a place in the trie. */
export interface Target {
  /** Index of the request in its window. */
  readonly request: number;
  readonly token: number;
}

/** A run of tokens that the same requests share. */
export interface TrieNode {
  /** Position of the first token. */
  readonly position: number;
  tokens: Tokens;
  /** Wanted log-probabilities by index into `tokens`. */
  targets: Map<number, Target[]>;
  children: TrieNode[];
  /** The request for which these tokens are computed; to others they are cached. */
  readonly owner: number;
  /** True when every document of a leaf task is expected to pass here: kept from one window to the next. */
  isShared: boolean;
}

/** A request's input and the tokens to be predicted from it. */
export interface TrieInput {
  readonly request: number;
  /** Context and continuation, without the last token: it is predicted, but predicts nothing. */
  readonly input: Tokens;
  /** The last of them are predicted, one after the other. */
  readonly continuation: Tokens;
  /** Leading tokens that the documents of a leaf task share, as far as known. */
  readonly sharedPrefix: number;
}

/** A shared prefix below this is not worth a call of its own. */
const SHORTEST_SHARED_PREFIX = 16;

/** A radix tree of token sequences: each distinct prefix is one path, and is computed once. */
export class ScoreTrie {
  readonly root: TrieNode = node(0, new Int32Array(0), -1);

  /** Adds a request. */
  insert({ request, input, continuation, sharedPrefix }: TrieInput): void {
    const shared = Math.min(sharedPrefix, input.length - continuation.length);
    if (shared >= SHORTEST_SHARED_PREFIX) {
      const path = this.#extend(input.subarray(0, shared), request);
      path.at(-1)!.isShared = true;
    }
    const path = this.#extend(input, request);
    const first = input.length - continuation.length;
    for (const place of path) {
      for (let at = Math.max(first, place.position); at < place.position + place.tokens.length; at += 1) {
        const targets = place.targets.get(at - place.position) ?? [];
        targets.push({ request, token: continuation[at - first]! });
        place.targets.set(at - place.position, targets);
      }
    }
  }

  /** The node at which a sequence of tokens ends exactly; undefined when the tree does not hold it. */
  find(tokens: Tokens): TrieNode | undefined {
    let place = this.root;
    let position = 0;
    while (position < tokens.length) {
      const next = place.children.find(({ tokens: run }) => run[0] === tokens[position]);
      if (next === undefined || commonLength(next.tokens, tokens, position) < next.tokens.length) return undefined;
      place = next;
      position += next.tokens.length;
    }
    return place;
  }

  /** Nodes on the way of a sequence, which is added as far as it is new, and ends at the end of the last node. */
  #extend(tokens: Tokens, owner: number): TrieNode[] {
    const path: TrieNode[] = [];
    let place = this.root;
    let position = 0;
    while (position < tokens.length) {
      let next = place.children.find(({ tokens: run }) => run[0] === tokens[position]);
      if (next === undefined) {
        next = node(position, tokens.slice(position), owner);
        place.children.push(next);
      } else {
        split(next, commonLength(next.tokens, tokens, position));
      }
      path.push(next);
      place = next;
      position += next.tokens.length;
    }
    return path;
  }
}

function node(position: number, tokens: Tokens, owner: number): TrieNode {
  return { position, tokens, targets: new Map(), children: [], owner, isShared: false };
}

/** Number of leading tokens of a run that a sequence has from a position on. */
function commonLength(run: Tokens, tokens: Tokens, position: number): number {
  const limit = Math.min(run.length, tokens.length - position);
  let length = 0;
  while (length < limit && run[length] === tokens[position + length]) length += 1;
  return length;
}

/** Cuts a node after `length` tokens; the rest becomes its only child. */
function split(place: TrieNode, length: number): void {
  if (length >= place.tokens.length) return;
  const rest: TrieNode = {
    position: place.position + length,
    tokens: place.tokens.subarray(length),
    targets: new Map(),
    children: place.children,
    owner: place.owner,
    isShared: place.isShared,
  };
  const kept = new Map<number, Target[]>();
  for (const [index, targets] of place.targets) {
    if (index < length) kept.set(index, targets);
    else rest.targets.set(index - length, targets);
  }
  place.tokens = place.tokens.subarray(0, length);
  place.targets = kept;
  place.children = [rest];
  place.isShared = false;
}
