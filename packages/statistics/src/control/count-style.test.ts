import { describe, expect, it } from 'vitest';
import { countStyle } from './count-style.js';

describe('countStyle', () => {
  it('counts headers, list items and bold spans', () => {
    const text =
      '# One\n\n## Two\n#tag is none\n\n- a **b** c\n* d __e__\n  1. f **g** and **h**\n2) i\n-no item\n1.5 is a number\n';
    expect(countStyle(text)).toMatchObject({ headers: 2, lists: 4, bold: 4 });
  });

  it('does not count what stands in code', () => {
    const fenced =
      'Text\n```python\n# comment\n- x = `a`\n**kwargs**\n```\n# Head\n~~~~\n# no\n~~~\n# still no\n~~~~\n- item\n';
    expect(countStyle(fenced)).toMatchObject({ headers: 1, lists: 1, bold: 0 });
    expect(countStyle('use `**a**` or **b**')).toMatchObject({ bold: 1 });
    expect(countStyle('```\n# never closed\n- a')).toMatchObject({ headers: 0, lists: 0 });
  });

  it('takes a Chinese character as a word', () => {
    expect(countStyle('你好，world！ 第2个 don’t').words).toBe(2 + 1 + 3 + 1);
    expect(countStyle('').words).toBe(0);
  });

  it('counts words of code too, since it makes an answer long', () => {
    expect(countStyle('Run:\n```\nnpm test\n```').words).toBe(3);
  });
});
