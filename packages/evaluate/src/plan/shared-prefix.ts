import type { Tokens } from '@understudy/core';

/** Number of leading tokens that all sequences have in common. */
export function commonPrefixLength(sequences: readonly Tokens[]): number {
  const [first, ...others] = sequences;
  if (first === undefined) return 0;
  return others.reduce((length, other) => {
    const limit = Math.min(length, other.length);
    let at = 0;
    while (at < limit && other[at] === first[at]) at++;
    return at;
  }, first.length);
}
