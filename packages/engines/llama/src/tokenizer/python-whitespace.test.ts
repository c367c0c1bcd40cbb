import { describe, expect, it } from 'vitest';
import { pythonRstripLength } from './python-whitespace.js';

describe('pythonRstripLength', () => {
  it('counts as white space what CPython 3.11 strips, and nothing else', () => {
    // [i for i in range(0x10000) if chr(i).rstrip() == '']
    const stripped = [
      9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201,
      8202, 8232, 8233, 8239, 8287, 12288,
    ];
    const found = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      (code) => pythonRstripLength(String.fromCharCode(code)) === 0,
    );
    expect(found).toEqual(stripped);
  });

  it('leaves white space inside alone', () => {
    expect(pythonRstripLength('a b \n\u3000')).toBe(3);
    expect(pythonRstripLength('a\ufeff')).toBe(2);
    expect(pythonRstripLength('')).toBe(0);
  });
});
