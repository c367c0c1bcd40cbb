import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { zhCn } from '../messages/zh-cn.js';
import { wrapChinese } from './wrap-chinese.js';

test('every Chinese help text fits into forty columns and loses nothing but spaces at the breaks', () => {
  for (const text of Object.values(zhCn.options)) {
    const lines = wrapChinese(text, 40).split('\n');
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    // A word that is longer than the line, such as an address, stays whole.
    for (const line of lines.filter((each) => /\s/.test(each.trim())))
      expect(stringWidth(line)).toBeLessThanOrEqual(40);
  }
});

test('no line begins with punctuation', () => {
  for (const text of Object.values(zhCn.options)) expect(wrapChinese(text, 24)).not.toMatch(/\n[，；、。）：]/);
});
