/** Tokens that have to be computed when every shared beginning is computed once. */
export interface UniqueTokens {
  readonly tokens: number;
  /** Tokens that a computed token attends to, itself included, on average. */
  readonly meanContext: number;
}

type Sequence = ArrayLike<number>;

/** Counts the nodes of the tree that sequences of tokens make, and their mean depth (the first token has depth 1). */
export function uniqueTokens(sequences: readonly Sequence[]): UniqueTokens {
  let [tokens, depths] = [0, 0];
  let previous: Sequence = [];
  for (const sequence of [...sequences].sort(compare)) {
    const shared = sharedLength(previous, sequence);
    tokens += sequence.length - shared;
    depths += (sequence.length * (sequence.length + 1) - shared * (shared + 1)) / 2;
    previous = sequence;
  }
  return { tokens, meanContext: tokens === 0 ? 0 : depths / tokens };
}

function sharedLength(a: Sequence, b: Sequence): number {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  while (at < limit && a[at] === b[at]) at++;
  return at;
}

function compare(a: Sequence, b: Sequence): number {
  const at = sharedLength(a, b);
  return (a[at] ?? -1) - (b[at] ?? -1);
}
