import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorise, invertFactored, solveFactored } from './cholesky.js';
import { multiply } from './multiply.js';
import { positivePart } from './nearest-positive.js';
import { pivotedCholesky } from './pivoted-cholesky.js';
import { ScatterMatrix } from './scatter-matrix.js';
import { symmetricEigen } from './symmetric-eigen.js';

const entry = fc.double({ min: -3, max: 3, noNaN: true });

/** n and a matrix n×rank; its square is positive semi-definite of that rank at most. */
const roots = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })).chain(([n, rank]) =>
  fc.record({
    n: fc.constant(n),
    rank: fc.constant(Math.min(n, rank)),
    root: fc.array(entry, { minLength: n * Math.min(n, rank), maxLength: n * Math.min(n, rank) }),
  }),
);

function square({ n, rank, root }: { n: number; rank: number; root: readonly number[] }, ridge = 0): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => {
    const row = Math.floor(at / n);
    const column = at % n;
    let sum = row === column ? ridge : 0;
    for (let k = 0; k < rank; k += 1) sum += root[row * rank + k]! * root[column * rank + k]!;
    return sum;
  });
}

function largestDifference(left: Float64Array, right: Float64Array): number {
  return left.reduce((most, value, at) => Math.max(most, Math.abs(value - right[at]!)), 0);
}

function identity(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => (Math.floor(at / n) === at % n ? 1 : 0));
}

describe('Cholesky', () => {
  it('inverts and solves positive definite matrices', () => {
    fc.assert(
      fc.property(roots, (example) => {
        const { n } = example;
        const matrix = square(example, 1);
        const factor = matrix.slice();
        expect(factorise(factor, n)).toBe(true);
        expect(largestDifference(multiply(matrix, invertFactored(factor, n), n), identity(n))).toBeLessThan(1e-9);
        const solution = matrix.slice(0, n);
        solveFactored(factor, n, solution);
        expect(largestDifference(solution, identity(n).slice(0, n))).toBeLessThan(1e-9);
      }),
    );
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(factorise(Float64Array.of(1, 2, 2, 1), 2)).toBe(false);
    expect(factorise(Float64Array.of(Number.NaN), 1)).toBe(false);
  });

  it('with pivots is a root of a semi-definite matrix', () => {
    fc.assert(
      fc.property(roots, (example) => {
        const { n } = example;
        const matrix = square(example);
        const { factor, rank } = pivotedCholesky(matrix, n);
        expect(rank).toBeLessThanOrEqual(example.rank);
        const again = square({ n, rank, root: Array.from(factor) });
        expect(largestDifference(again, matrix)).toBeLessThan(1e-7);
      }),
    );
  });
});

describe('symmetricEigen', () => {
  it('gives back the matrix', () => {
    fc.assert(
      fc.property(roots, (example) => {
        const { n } = example;
        const matrix = square(example, -2);
        const { values, vectors } = symmetricEigen(matrix, n);
        const again = new Float64Array(n * n);
        for (let k = 0; k < n; k += 1) {
          for (let at = 0; at < n * n; at += 1) {
            again[at]! += values[k]! * vectors[k * n + Math.floor(at / n)]! * vectors[k * n + (at % n)]!;
          }
        }
        expect(largestDifference(again, matrix)).toBeLessThan(1e-9);
      }),
    );
  });

  it('has perpendicular unit vectors, of equal values too, and of a matrix of many rows', () => {
    // A chain of 80, twice as two blocks: each value comes twice.
    const n = 160;
    const chain = Float64Array.from({ length: n * n }, (_, at) => {
      const [row, column] = [Math.floor(at / n), at % n];
      if (row === column) return 2;
      return Math.abs(row - column) === 1 && Math.max(row, column) !== n / 2 ? -1 : 0;
    });
    const { values, vectors } = symmetricEigen(chain, n);
    const turned = Float64Array.from({ length: n * n }, (_, at) => vectors[(at % n) * n + Math.floor(at / n)]!);
    expect(largestDifference(multiply(vectors, turned, n), identity(n))).toBeLessThan(1e-12);
    const expected = Float64Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos((((k >> 1) + 1) * Math.PI) / 81));
    expect(largestDifference(values.toSorted(), expected)).toBeLessThan(1e-12);
  });

  it('has nothing to turn in a diagonal matrix, or one of zeros', () => {
    expect(symmetricEigen(Float64Array.of(3, 0, 0, -1), 2).values.toSorted()).toEqual(Float64Array.of(-1, 3));
    expect(symmetricEigen(new Float64Array(9), 3)).toEqual({ values: new Float64Array(3), vectors: identity(3) });
  });

  it('knows the eigenvalues of a chain', () => {
    // Tridiagonal −1, 2, −1 of order 3: 2 − 2·cos(kπ/4).
    const { values } = symmetricEigen(Float64Array.of(2, -1, 0, -1, 2, -1, 0, -1, 2), 3);
    const sorted = values.toSorted();
    expect(sorted[0]).toBeCloseTo(2 - Math.SQRT2, 12);
    expect(sorted[1]).toBeCloseTo(2, 12);
    expect(sorted[2]).toBeCloseTo(2 + Math.SQRT2, 12);
  });
});

it('positivePart takes negative eigenvalues away and leaves other matrices alone', () => {
  // Eigenvalues 3 and −1 along (1, 1) and (1, −1).
  const part = positivePart(Float64Array.of(1, 2, 2, 1), 2);
  expect(part.changed).toBe(true);
  for (const value of part.matrix) expect(value).toBeCloseTo(1.5, 12);
  expect(positivePart(Float64Array.of(2, 1, 1, 2), 2)).toEqual({
    changed: false,
    matrix: Float64Array.of(2, 1, 1, 2),
  });
});

it('ScatterMatrix sums the squares of sparse vectors', () => {
  const scatter = new ScatterMatrix(3);
  scatter.add(2, 1);
  scatter.add(0, 2);
  scatter.add(2, 2);
  scatter.endVector();
  scatter.add(1, 5);
  scatter.endVector();
  scatter.endVector();
  expect(scatter.scaled(2)).toEqual(Float64Array.of(8, 0, 12, 0, 50, 0, 12, 0, 18));
});
