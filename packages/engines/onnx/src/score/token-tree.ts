import { PendingDocument, type Sequence } from './pending-document.js';

/** A token whose probability is wanted, at the node that predicts it. */
export interface Target {
  readonly node: number;
  readonly token: number;
  readonly document: PendingDocument;
  readonly sequence: number;
  /** Place in the continuation. */
  readonly place: number;
}

/**
 * The sequences of a document as one tree of tokens, in depth-first order: what they share stands once, a parent comes before its
 * children, a subtree is a range. The last token of a sequence predicts nothing and is left out.
 */
export interface TokenTree {
  readonly tokens: Int32Array;
  /** Place in the sequence. */
  readonly positions: Int32Array;
  /** −1: what comes before is in the prefix. */
  readonly parents: Int32Array;
  /** End of the subtree that begins at the node (exclusive). */
  readonly ends: Int32Array;
  /** In the order of the nodes. */
  readonly targets: readonly Target[];
}

/** Builds the tree of what follows the first `prefix` tokens, which all sequences share. Each context is longer than that. */
export function tokenTree(sequences: readonly Sequence[], prefix: number): TokenTree {
  const order = sequences.map((_, i) => i).sort((a, b) => compareTokens(sequences[a]!.tokens, sequences[b]!.tokens));
  const tokens: number[] = [];
  const positions: number[] = [];
  const parents: number[] = [];
  const cached = sequences.map(() => 0);
  const paths: number[][] = sequences.map(() => []);
  let previous: { readonly tokens: Int32Array; readonly path: readonly number[] } = {
    tokens: new Int32Array(),
    path: [],
  };
  for (const i of order) {
    const sequence = sequences[i]!; // A permutation of the indices.
    const inputs = sequence.tokens.length - 1;
    const shared = Math.min(commonLength(previous.tokens, sequence.tokens), previous.path.length + prefix, inputs);
    const path = previous.path.slice(0, Math.max(0, shared - prefix));
    cached[i] = cachedTokens(sequence, Math.max(shared, prefix));
    for (let position = prefix + path.length; position < inputs; position++) {
      parents.push(path.at(-1) ?? -1);
      path.push(tokens.length);
      tokens.push(sequence.tokens[position]!);
      positions.push(position);
    }
    paths[i] = path;
    previous = { tokens: sequence.tokens, path };
  }
  const document = new PendingDocument(sequences, cached);
  return {
    tokens: Int32Array.from(tokens),
    positions: Int32Array.from(positions),
    parents: Int32Array.from(parents),
    ends: subtreeEnds(parents),
    targets: targetsOf(sequences, { paths, prefix, document }),
  };
}

/** Prompt tokens not computed for a sequence: of an encoded context all, if the tree has had the start token before. */
function cachedTokens({ encoded, contextLength }: Sequence, shared: number): number {
  return encoded === undefined || shared === 0 ? shared : encoded.length + shared - contextLength;
}

/** Number of leading tokens that two sequences share. */
export function commonLength(a: Int32Array, b: Int32Array): number {
  const length = Math.min(a.length, b.length);
  let i = 0;
  while (i < length && a[i] === b[i]) {
    i++;
  }
  return i;
}

function compareTokens(a: Int32Array, b: Int32Array): number {
  const shared = commonLength(a, b);
  return (a[shared] ?? -1) - (b[shared] ?? -1);
}

function subtreeEnds(parents: readonly number[]): Int32Array {
  const ends = Int32Array.from(parents, (_, i) => i + 1);
  for (let i = parents.length - 1; i >= 0; i--) {
    const parent = parents[i] ?? -1;
    if (parent >= 0) {
      ends[parent] = Math.max(ends[parent] ?? 0, ends[i] ?? 0);
    }
  }
  return ends;
}

function targetsOf(
  sequences: readonly Sequence[],
  { paths, prefix, document }: { paths: readonly (readonly number[])[]; prefix: number; document: PendingDocument },
): readonly Target[] {
  const targets = sequences.flatMap(({ tokens, contextLength }, sequence) =>
    Array.from(tokens.subarray(contextLength), (token, place): Target => {
      const node = paths[sequence]![contextLength + place - 1 - prefix]!; // A path has a node for each input token.
      return { node, token, document, sequence, place };
    }),
  );
  return targets.sort((a, b) => a.node - b.node);
}
