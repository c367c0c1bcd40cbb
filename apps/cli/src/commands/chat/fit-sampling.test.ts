import { describe, expect, it } from 'vitest';
import { fitSampling } from './fit-sampling.js';

const DEFAULT = { temperature: 0.7, topK: 40, topP: 0.95, minP: 0.05, seed: 0 };

describe('fitSampling', () => {
  it('leaves out defaults that a server has no setting for', () => {
    expect(fitSampling(DEFAULT, { decoding: ['temperature', 'top_p'] })).toEqual({ ...DEFAULT, topK: 0, minP: 0 });
  });

  it('keeps what the user asked for, so that it can be refused', () => {
    expect(fitSampling({ ...DEFAULT, topK: 5 }, { decoding: ['temperature'] })).toMatchObject({ topK: 5, topP: 1 });
  });
});
