import { array, assert, asyncProperty, double, nat, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costBound, costOf } from './cost.js';
import { SpendingLimit } from './spending-limit.js';

const price = { input: 0.15, output: 0.6, currency: 'USD', date: '2026-11-25', source: 'test' };

describe('a cost', () => {
  it('is the tokens times their prices, and unknown without a price', () => {
    expect(costOf({ promptTokens: 1_000_000, generatedTokens: 500_000 }, price)).toBeCloseTo(0.45, 12);
    expect(costOf({ promptTokens: 1_000_000, generatedTokens: 500_000 }, null)).toBeNull();
  });

  it('is bounded by the bytes of the prompt, of which no tokenizer makes more tokens', () => {
    const bound = costBound(1000, 100, price);
    expect(bound).toBeGreaterThan(costOf({ promptTokens: 1000, generatedTokens: 100 }, price) ?? 0);
  });
});

describe('SpendingLimit', () => {
  it('refuses what could exceed it, and says what was spent', async () => {
    const limit = new SpendingLimit(1, 'USD');
    (await limit.reserve(0.6)).spend(0.5);
    await expect(limit.reserve(0.6)).rejects.toMatchObject({
      code: 'max-cost-reached',
      party: 'user',
      message: expect.stringContaining('0.500 are spent'),
    });
    expect(limit.isReached).toBe(true);
  });

  it('waits for attempts under way that may free what the next one needs', async () => {
    const limit = new SpendingLimit(1, 'USD');
    const first = await limit.reserve(0.9);
    const second = limit.reserve(0.9);
    first.spend(0.05);
    (await second).release();
    expect(limit.isReached).toBe(false);
  });

  it('counts as spent what may have been charged', async () => {
    const limit = new SpendingLimit(1, 'USD');
    (await limit.reserve(0.6)).forfeit();
    (await limit.reserve(0.3)).spend(null);
    await expect(limit.reserve(0.2)).rejects.toMatchObject({ code: 'max-cost-reached' });
  });

  it('is never exceeded, in whichever order attempts begin and end', async () => {
    const attempts = array(
      record({
        bound: double({ min: 0.001, max: 0.4, noNaN: true }),
        share: double({ min: 0, max: 1, noNaN: true }),
        turns: nat(5),
      }),
      { maxLength: 40 },
    );
    await assert(
      asyncProperty(attempts, async (given) => {
        const limit = new SpendingLimit(1, 'USD');
        let spent = 0;
        const run = async ({ bound, share, turns }: (typeof given)[number]): Promise<void> => {
          const reservation = await limit.reserve(bound);
          for (let turn = 0; turn < turns; turn++) await Promise.resolve();
          spent += bound * share;
          reservation.spend(bound * share);
        };
        await Promise.allSettled(given.map(run));
        expect(spent).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 100 },
    );
  });
});
