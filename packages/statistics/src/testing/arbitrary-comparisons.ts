import * as fc from 'fast-check';
import type { Comparisons } from '../comparisons/comparisons.js';

/** Comparisons in columns from rows of first, second and outcome. */
export function comparisonsOf(models: number, rows: readonly (readonly [number, number, number])[]): Comparisons {
  return {
    models,
    first: Int32Array.from(rows, ([first]) => first),
    second: Int32Array.from(rows, ([, second]) => second),
    outcome: Uint8Array.from(rows, ([, , outcome]) => outcome),
  };
}

/** Any comparisons of two to six models, those of a model with itself included. */
export function anyComparisons(maxLength = 60): fc.Arbitrary<Comparisons> {
  return fc.integer({ min: 2, max: 6 }).chain((models) => {
    const model = fc.integer({ min: 0, max: models - 1 });
    const row = fc.tuple(model, model, fc.integer({ min: 0, max: 2 }));
    return fc.array(row, { maxLength }).map((rows) => comparisonsOf(models, rows));
  });
}

/** Comparisons in which every model has beaten every other once and more: votes alone make the ratings finite. */
export function connectedComparisons(maxLength = 60): fc.Arbitrary<Comparisons> {
  return anyComparisons(maxLength).map(({ models, first, second, outcome }) => {
    const pairs = Array.from({ length: models * models }, (_, at) => [Math.floor(at / models), at % models] as const);
    const rows = pairs.filter(([a, b]) => a !== b).map(([a, b]) => [a, b, 0] as const);
    const others = Array.from(outcome, (result, at) => [first[at]!, second[at]!, result] as const);
    return comparisonsOf(models, [...rows, ...others]);
  });
}
