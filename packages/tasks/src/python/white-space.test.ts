import { describe, expect, it } from 'vitest';
import { hasWhiteSpaceAt, lstripPython, rstripPython, splitWhiteSpace, stripPython } from './white-space.js';

describe('Python white space', () => {
  it('is stripped at both ends, with the control characters that JavaScript keeps', () => {
    expect(stripPython(' \u001c\u0085a b\u3000\n')).toBe('a b');
    expect(lstripPython('\t a ')).toBe('a ');
    expect(rstripPython(' a \u2028')).toBe(' a');
    expect(stripPython(' \n')).toBe('');
  });

  it('does not include the byte order mark, which JavaScript trims', () => {
    expect(stripPython('\ufeffa\ufeff')).toBe('\ufeffa\ufeff');
  });

  it('separates words', () => {
    expect(splitWhiteSpace('  a\u001fb \n c ')).toEqual(['a', 'b', 'c']);
    expect(splitWhiteSpace(' ')).toEqual([]);
  });

  it('is seen at either end of a text and not in an empty one', () => {
    expect([hasWhiteSpaceAt(' a', 'start'), hasWhiteSpaceAt(' a', 'end'), hasWhiteSpaceAt('', 'end')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
