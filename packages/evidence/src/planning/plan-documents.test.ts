import { pairedDocumentsNeeded } from '@understudy/statistics';
import type { PairCounts } from '@understudy/store';
import { describe, expect, it } from 'vitest';
import { planDocuments, type DocumentsQuestion } from './plan-documents.js';

const QUESTION: DocumentsQuestion = {
  column: {
    key: 'boolq~1',
    setting: {
      task: 'boolq',
      version: '2',
      numFewshot: 0,
      metric: 'acc',
      filter: 'none',
      usesChatTemplate: false,
      documents: 100,
      documentsTotal: 3270,
      rest: '',
    },
    isProportion: true,
    isGroup: false,
  },
  first: { runId: 'r1', value: 0.7, count: 100 },
  second: { runId: 'r2', value: 0.65, count: 100 },
};

const pairs = (onlyFirst: number, onlySecond: number, matched = 100): PairCounts => ({
  matched,
  onlyInFirst: 0,
  onlyInSecond: 0,
  promptsDiffering: 0,
  different: onlyFirst + onlySecond,
  binary: { both: 0, neither: 0, onlyFirst, onlySecond },
  sumOfFirst: 0,
  sumOfSecond: 0,
  sumOfDifferences: 0,
  sumOfSquares: 0,
  withoutValue: 0,
});

const counting = (counts: PairCounts) => ({ countPairs: () => Promise.resolve(counts) });
const none = { countPairs: () => Promise.reject(new Error('not to be asked')) };

describe('the documents that a comparison takes', () => {
  it('follow from how often the models were counted to disagree', async () => {
    const plan = await planDocuments(counting(pairs(12, 7)), QUESTION);
    expect(plan).toMatchObject({ discordanceFrom: 'pairs', matched: 100, available: 3270, isReachable: true });
    expect(plan?.discordance).toBeCloseTo(19.5 / 100.5, 12);
    expect(plan?.paired).toBe(pairedDocumentsNeeded({ difference: plan?.difference ?? 0, discordance: 19.5 / 100.5 }));
    // Pairing saves more than half of them.
    expect(plan?.paired).toBeLessThan((plan?.independent ?? 0) / 2);
  });

  it('are supposed from independent answers where nothing was counted', async () => {
    const plan = await planDocuments(counting({ ...pairs(0, 0, 0), binary: undefined }), QUESTION);
    expect(plan).toMatchObject({ discordanceFrom: 'independence', matched: 0 });
    expect(plan?.discordance).toBeCloseTo(0.7 * 0.35 + 0.65 * 0.3, 12);
    const group = { ...QUESTION, column: { ...QUESTION.column, isGroup: true } };
    expect(await planDocuments(none, group)).toEqual(plan);
  });

  it('may be more than the task has', async () => {
    const plan = await planDocuments(counting(pairs(12, 7)), { ...QUESTION, difference: 0.01 });
    expect(plan).toMatchObject({ difference: 0.01, isReachable: false });
    expect(plan?.detectable).toBeGreaterThan(0.01);
  });

  it('are fewer to show non-inferiority of a better model, and none for one at the margin', async () => {
    const better = await planDocuments(counting(pairs(12, 7)), { ...QUESTION, margin: 0.05 });
    expect(better?.paired).toBeLessThan((await planDocuments(counting(pairs(12, 7)), QUESTION))?.paired ?? 0);
    const atMargin = { ...QUESTION, difference: -0.05, margin: 0.05 };
    expect((await planDocuments(counting(pairs(7, 12)), atMargin))?.paired).toBe(Infinity);
  });

  it('are not told for what is no share of right answers', async () => {
    const column = { ...QUESTION.column, isProportion: false };
    expect(await planDocuments(none, { ...QUESTION, column })).toBeUndefined();
  });
});
