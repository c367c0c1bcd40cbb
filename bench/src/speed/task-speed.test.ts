import { describe, expect, it } from 'vitest';
import { documentCost, peakMemory, spread, wholeCost } from './task-speed.js';

const round = (few: number, many: number, peakBytes?: number) => ({
  few: { documents: 10, ms: few },
  many: { documents: 30, ms: many },
  wholeMs: many,
  peakBytes,
});

describe('what was measured on a task', () => {
  it('has the slope between few and many documents, whatever the start took', () => {
    const contestant = { rounds: [round(1200, 1600), round(5200, 5800), round(200, 700)] };
    expect(documentCost(contestant)).toEqual({ median: 25, min: 20, max: 30 });
  });

  it('has the whole process beside it', () => {
    expect(wholeCost({ rounds: [round(0, 1500)] })?.median).toBe(50);
  });

  it('has the most memory of any round', () => {
    expect(peakMemory({ rounds: [round(1, 2, 5), round(1, 2, 9), round(1, 2)] })).toBe(9);
    expect(peakMemory({ rounds: [round(1, 2)] })).toBeUndefined();
  });

  it('takes the middle of an even number of rounds', () => {
    expect(spread([4, 1])).toEqual({ median: 2.5, min: 1, max: 4 });
    expect(spread([])).toBeUndefined();
  });
});
