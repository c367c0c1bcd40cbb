import { expect, test } from 'vitest';
import { en } from './en.js';
import { errorText } from './error-texts.js';
import { zhCn } from './zh-cn.js';

test('errors of known codes are told in Chinese; all others, and all in English, in the words of the server', () => {
  expect(errorText('run-unknown', zhCn.errors)?.title).toBe('没有这次运行');
  expect(errorText('a-code-of-tomorrow', zhCn.errors)).toBeUndefined();
  expect(errorText('toString', zhCn.errors)).toBeUndefined();
  expect(errorText('run-unknown', en.errors)).toBeUndefined();
});
