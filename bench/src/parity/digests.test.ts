import { describe, expect, it } from 'vitest';
import { combined, short, textDigest, tokenDigest } from './digests.js';

// Authority: bench/parity/reference/digests.py, run on the same values.
describe('digests', () => {
  it('names a log-likelihood request by its context and continuation', () => {
    expect(short(textDigest('Größe?\n', ' 3 µm'))).toBe('006e4816005191ed');
  });

  it('names any other request by its context alone', () => {
    expect(short(textDigest('Größe?\n'))).toBe('2a922b69be0ecc73');
  });

  it('keeps windows, and context and continuation, apart', () => {
    expect(
      short(
        tokenDigest([
          { context: [1], continuation: [2, 30] },
          { context: [30], continuation: [4] },
        ]),
      ),
    ).toBe('cdd59cfd5490a3f7');
    expect(short(tokenDigest([{ context: [5, 6], continuation: [] }]))).toBe('4e834211f51cb4af');
  });

  it('combines digests in order', () => {
    expect(short(combined([textDigest('a'), textDigest('b')]))).toBe('29efd862964bb39d');
    expect(combined([textDigest('a'), textDigest('b')])).not.toBe(combined([textDigest('b'), textDigest('a')]));
  });
});
