import { describe, expect, it } from 'vitest';
import { checkOverrides } from './generation-arguments.js';

describe('arguments of generation', () => {
  it('are taken as numbers, as texts of numbers and as nothing', () => {
    expect(() =>
      checkOverrides({
        temperature: '0.5',
        top_k: '40',
        do_sample: 'True',
        until: ['a', 1],
        min_p: null,
        max_gen_toks: 8,
      }),
    ).not.toThrow();
  });

  it.each([
    [
      { repitition_penalty: 1.2 },
      /repitition_penalty: this argument is not known \(did you mean repetition_penalty\?\)\./,
    ],
    [{ typical: 0.9 }, /typical: this argument is not known \(did you mean typical_p\?\)\./],
    [{ xyzzy: 1 }, /xyzzy: this argument is not known\./],
    [{ top_p: 1.5 }, /top_p: .*<=1/],
    [{ repetition_penalty: 0 }, /repetition_penalty: .*>0/],
    [{ temperature: 'warm' }, /temperature: /],
    [{ do_sample: 'perhaps' }, /do_sample: /],
  ])('are refused with what may have been meant: %j', (given, message) => {
    expect(() => checkOverrides(given)).toThrow(
      expect.objectContaining({ code: 'generation-argument', message: expect.stringMatching(message) }),
    );
  });
});
