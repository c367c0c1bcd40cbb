import { describe, expect, it } from 'vitest';
import { substitute } from './substitute.js';

describe('substitute', () => {
  it('replaces all matches, or as many as asked for', () => {
    expect(substitute('a', '-', 'banana')).toBe('b-n-n-');
    expect(substitute('a', '-', 'banana', 2)).toBe('b-n-na');
  });

  it('writes groups by number and by name, and an empty text for one that took no part', () => {
    expect(substitute('\\(\\s*([^\\)]*?)\\s*\\)', '(\\1)', '( of 1 ) ( 2 )')).toBe('(of 1) (2)');
    expect(substitute('(?P<a>x)|(?P<b>y)', '[\\g<a>\\g<2>\\g<0>]\\n', 'y')).toBe('[yy]\n');
  });

  it('takes dollar signs in the replacement as they are', () => {
    expect(substitute('a', '$&$1', 'a')).toBe('$&$1');
  });
});
