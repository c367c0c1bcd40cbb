import { assert, double, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planBalance } from './plan-balance.js';
import { ONE_OF_EACH_ANNOTATOR, planStudy, type KnownItem, type PlanRequest } from './plan-study.js';
import { isSwapped } from './side.js';

interface Sizes {
  readonly models: number;
  readonly questions: number;
  readonly items?: number | null;
  readonly overlap?: number;
  readonly seed?: number;
}

function request({ models, questions, items = null, overlap = 0.2, seed = 1 }: Sizes): PlanRequest {
  const versionIds = Array.from({ length: models }, (_, model) => `model-${model}`);
  const questionIds = Array.from({ length: questions }, (_, question) => `set/${question}`);
  const answers = questionIds.flatMap((questionId) =>
    versionIds.map((versionId) => ({ id: `${questionId} ${versionId}`, questionId, versionId })),
  );
  const design = { votesPerItem: 2, items, overlap, goldEvery: 10, seed };
  return { study: { id: 'study', versionIds, design }, questionIds, answers };
}

const sizes = record({
  models: integer({ min: 2, max: 9 }),
  questions: integer({ min: 1, max: 9 }),
  share: double({ min: 0, max: 1, noNaN: true }),
  overlap: double({ min: 0, max: 1, noNaN: true }),
  seed: integer(),
}).map(({ models, questions, share, ...rest }) => {
  const all = ((models * (models - 1)) / 2) * questions;
  return { models, questions, items: Math.max(1, Math.ceil(share * all)), ...rest };
});

const width = ({ min, max }: { readonly min: number; readonly max: number }): number => max - min;

function known(question: number): KnownItem {
  return {
    questionId: `set/${question}`,
    firstAnswerId: `set/${question} model-1`,
    secondAnswerId: `set/${question} model-0`,
    expected: 'a',
    explanation: 'Only the first is right.',
  };
}

describe('a plan', () => {
  it('of 16 models and 50 questions is each pair on each question: 6,000 items', () => {
    const full = request({ models: 16, questions: 50 });
    expect(planBalance(planStudy(full), full)).toEqual({
      items: 6000,
      votes: 7200,
      overlapItems: 1200,
      goldItems: 0,
      trainingItems: 0,
      perPair: { min: 50, max: 50 },
      perQuestion: { min: 120, max: 120 },
      perModel: { min: 750, max: 750 },
      perModelInQuestion: { min: 15, max: 15 },
      spreadInQuestion: 0,
      overlapPerPair: { min: 10, max: 10 },
    });
  });

  it.each([480, 1200, 3000])(
    'of %i items has each pair, question, and model within a question equally often',
    (items) => {
      const some = request({ models: 16, questions: 50, items });
      const balance = planBalance(planStudy(some), some);
      expect(balance.items).toBe(items);
      expect(balance.overlapItems).toBe(items / 5);
      expect(width(balance.perPair)).toBeLessThanOrEqual(1);
      expect(width(balance.perQuestion)).toBeLessThanOrEqual(1);
      expect(balance.spreadInQuestion).toBeLessThanOrEqual(1);
      expect(width(balance.perModel)).toBeLessThanOrEqual(1);
    },
  );

  it('is balanced whatever its size, and never has an item twice', () => {
    assert(
      property(sizes, (size) => {
        const asked = request(size);
        const plan = planStudy(asked);
        const balance = planBalance(plan, asked);
        expect(balance.items).toBe(size.items);
        expect(width(balance.perPair)).toBeLessThanOrEqual(1);
        expect(width(balance.perQuestion)).toBeLessThanOrEqual(1);
        expect(balance.spreadInQuestion).toBeLessThanOrEqual(2);
        expect(balance.overlapItems).toBe(Math.round(size.overlap * size.items));
        expect(balance.votes).toBe(balance.items + balance.overlapItems);
        const cells = plan.map(({ firstAnswerId, secondAnswerId }) =>
          [firstAnswerId, secondAnswerId].toSorted().join(),
        );
        expect(new Set(cells).size).toBe(plan.length);
        expect(plan.map(({ number }) => number)).toEqual(plan.map((_, place) => place));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for the same seed, another for another', () => {
    const plan = planStudy(request({ models: 6, questions: 8, items: 60, seed: 7 }));
    expect(planStudy(request({ models: 6, questions: 8, items: 60, seed: 7 }))).toEqual(plan);
    expect(planStudy(request({ models: 6, questions: 8, items: 60, seed: 8 }))).not.toEqual(plan);
  });

  it('has each model of a pair on the left as often as the other when items are first shown', () => {
    const asked = request({ models: 6, questions: 9 });
    const left = new Map<string, number>();
    for (const { firstAnswerId, secondAnswerId, number } of planStudy(asked)) {
      const swapped = isSwapped({ seed: 1, number, showings: 0 });
      const models = [firstAnswerId, secondAnswerId].map((id) => id.split(' ')[1] ?? '');
      const [shown = '', other = ''] = swapped ? models.toReversed() : models;
      const sign = shown < other ? 1 : -1;
      const pair = [shown, other].toSorted().join();
      left.set(pair, (left.get(pair) ?? 0) + sign);
    }
    expect(left.size).toBe(15);
    for (const difference of left.values()) expect(Math.abs(difference)).toBe(1);
  });

  it('begins with training items, ends with gold ones, and has none of them among the others', () => {
    const asked = { ...request({ models: 3, questions: 4 }), training: [known(0)], gold: [known(1), known(2)] };
    const plan = planStudy(asked);
    expect(plan).toHaveLength(1 + 9 + 2);
    expect(plan.map(({ kind }) => kind)).toEqual(['training', ...Array(9).fill('regular'), 'gold', 'gold']);
    expect(plan[0]).toMatchObject({ number: 0, expected: 'a', wanted: ONE_OF_EACH_ANNOTATOR });
    const regular = plan
      .filter(({ kind }) => kind === 'regular')
      .map((item) => [item.firstAnswerId, item.secondAnswerId]);
    expect(regular.map((pair) => pair.toSorted().join())).not.toContain('set/0 model-0,set/0 model-1');
  });

  it('tells which answers are missing', () => {
    const whole = request({ models: 3, questions: 2 });
    expect(() => planStudy({ ...whole, answers: whole.answers.slice(1) })).toThrow(
      expect.objectContaining({
        code: 'answers-missing',
        message: expect.stringContaining('1 answers are missing, the first: model-0 / set/0'),
      }),
    );
  });

  it('leaves out what lacks an answer where that is asked for', () => {
    const whole = request({ models: 3, questions: 2 });
    const plan = planStudy({ ...whole, answers: whole.answers.slice(1), missingAnswers: 'leave-out' });
    expect(plan).toHaveLength(4);
    expect(
      plan.some(({ firstAnswerId, secondAnswerId }) => [firstAnswerId, secondAnswerId].includes('set/0 model-0')),
    ).toBe(false);
  });

  it.each([
    [{ votesPerItem: 0 }, 'votesPerItem'],
    [{ items: 0 }, 'items'],
    [{ overlap: 1.5 }, 'overlap'],
    [{ goldEvery: -1 }, 'goldEvery'],
  ])('is refused with a design of %j', (change, name) => {
    const { study, ...rest } = request({ models: 3, questions: 2 });
    expect(() => planStudy({ ...rest, study: { ...study, design: { ...study.design, ...change } } })).toThrow(
      expect.objectContaining({ code: 'design-invalid', message: expect.stringContaining(name) }),
    );
  });
});
