import { array, assert, double, integer, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeScore } from '../testing/fake-evidence.js';
import { dominates, type ParetoPoint } from './dominance.js';
import { paretoFront } from './pareto-front.js';

const MARGIN = 0.03;
const AREAS = ['knowledge', 'science', 'reading'] as const;

function point(id: string, changes: Partial<ParetoPoint>): ParetoPoint {
  return { id, scores: [], memory: undefined, cost: undefined, speed: undefined, ...changes };
}

const small = (estimate: number, halfWidth: number) =>
  point('small', { scores: [fakeScore('knowledge', estimate, halfWidth)], memory: 4 });
const large = (estimate: number, halfWidth: number) =>
  point('large', { scores: [fakeScore('knowledge', estimate, halfWidth)], memory: 8 });

describe('dominance', () => {
  it('goes to the smaller model where it is shown not to be worse by more than the margin', () => {
    expect(dominates(small(0.7, 0.01), large(0.705, 0.01), MARGIN)).toBe(true);
  });

  it('goes to nobody where too few documents leave the difference open', () => {
    expect(dominates(small(0.7, 0.1), large(0.7, 0.1), MARGIN)).toBe(false);
  });

  it('does not go to the smaller model where it is clearly worse, even by less than the margin', () => {
    expect(dominates(small(0.7, 0.002), large(0.71, 0.002), MARGIN)).toBe(false);
  });

  it('goes to the clearly better model of the same size', () => {
    const better = point('better', { scores: [fakeScore('knowledge', 0.8, 0.01)], memory: 4 });
    expect(dominates(better, small(0.7, 0.01), MARGIN)).toBe(true);
    expect(dominates(small(0.7, 0.01), better, MARGIN)).toBe(false);
  });

  it('needs every axis to be known of both', () => {
    const better = point('better', { scores: [fakeScore('knowledge', 0.9, 0.01)] });
    expect(dominates(better, small(0.5, 0.01), MARGIN)).toBe(false);
    const wider = point('wider', {
      scores: [fakeScore('knowledge', 0.5, 0.01), fakeScore('science', 0.5, 0.01)],
      memory: 4,
    });
    expect(dominates(small(0.9, 0.01), wider, MARGIN)).toBe(false);
  });

  it('weighs speed upwards and cost downwards', () => {
    const one = point('one', { cost: 1, speed: 20 });
    expect(dominates(one, point('other', { cost: 2, speed: 20 }), MARGIN)).toBe(true);
    expect(dominates(one, point('other', { cost: 1, speed: 30 }), MARGIN)).toBe(false);
  });
});

const anyPoint = record({
  scores: array(double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 2 }),
  halfWidth: double({ min: 0.001, max: 0.1, noNaN: true }),
  memory: integer({ min: 1, max: 4 }),
});

describe('the front', () => {
  it('is never empty, and whoever is off it is dominated by somebody', () => {
    assert(
      property(array(anyPoint, { minLength: 1, maxLength: 12 }), (drawn) => {
        const points = drawn.map(({ scores: [first = 0, second = 0], halfWidth, memory }, at) =>
          point(String(at), {
            scores: [fakeScore('knowledge', first, halfWidth), fakeScore('science', second, halfWidth)],
            memory,
          }),
        );
        const places = paretoFront(points, MARGIN);
        expect([...places.values()].some(({ isOnFront }) => isOnFront)).toBe(true);
        const off = [...places.values()].filter(({ isOnFront }) => !isOnFront);
        expect(off.filter(({ dominatedBy }) => dominatedBy.length === 0)).toEqual([]);
      }),
    );
  });

  it('is the classic one where there is no noise and no margin', () => {
    assert(
      property(array(tuple(integer({ min: 0, max: 5 }), integer({ min: 1, max: 5 })), { minLength: 1 }), (drawn) => {
        const points = drawn.map(([score, memory], at) =>
          point(String(at), { scores: [fakeScore('knowledge', score / 5, 0)], memory }),
        );
        const places = paretoFront(points, 1e-9);
        for (const [at, [score, memory]] of drawn.entries()) {
          const isDominated = drawn.some(
            ([other, size]) => other >= score && size <= memory && (other > score || size < memory),
          );
          expect(places.get(String(at))?.isOnFront).toBe(!isDominated);
        }
      }),
    );
  });

  it('keeps a circle of models that dominate each other within noise', () => {
    // In each area one model is better beyond noise than the next, which the third, in the middle, is not.
    const circle = [
      [0.02, 0.01, 0.005],
      [0.005, 0.02, 0.01],
      [0.01, 0.005, 0.02],
    ].map((scores, at) =>
      point('abc'.charAt(at), { scores: AREAS.map((area, of) => fakeScore(area, scores[of] ?? 0, 0.01)), memory: 4 }),
    );
    const [a, b, c] = circle;
    expect([dominates(a!, b!, MARGIN), dominates(b!, c!, MARGIN), dominates(c!, a!, MARGIN)]).toEqual([
      true,
      true,
      true,
    ]);
    const outside = point('d', { scores: AREAS.map((area) => fakeScore(area, 0, 0.01)), memory: 8 });
    const places = paretoFront([...circle, outside], MARGIN);
    expect([...places].filter(([, { isOnFront }]) => isOnFront).map(([id]) => id)).toEqual(['a', 'b', 'c']);
  });
});
