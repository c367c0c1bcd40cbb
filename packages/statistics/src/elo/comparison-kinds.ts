import type { Comparisons } from '../comparisons/comparisons.js';

/** The different comparisons there are, one of each kind, and the kind of each comparison. */
export interface ComparisonKinds {
  readonly kinds: Comparisons;
  readonly of: Int32Array;
}

/**
 * Sorts comparisons by kind: first, second and outcome. There are few kinds, so that a column of them is put in another order several times
 * faster than three columns are.
 */
export function comparisonKinds({ models, first, second, outcome }: Comparisons): ComparisonKinds {
  const numbers = new Map<number, number>();
  const firstOf: number[] = [];
  const of = new Int32Array(outcome.length);
  for (let index = 0; index < of.length; index += 1) {
    const key = (first[index]! * models + second[index]!) * 256 + outcome[index]!;
    let kind = numbers.get(key);
    if (kind === undefined) {
      kind = firstOf.length;
      numbers.set(key, kind);
      firstOf.push(index);
    }
    of[index] = kind;
  }
  const kinds: Comparisons = {
    models,
    first: Int32Array.from(firstOf, (index) => first[index]!),
    second: Int32Array.from(firstOf, (index) => second[index]!),
    outcome: Uint8Array.from(firstOf, (index) => outcome[index]!),
  };
  return { kinds, of };
}
