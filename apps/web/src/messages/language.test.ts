import { expect, test } from 'vitest';
import { chooseLanguage } from './language.js';

test.each([
  ['zh-CN', ['en-GB'], 'zh-CN'],
  ['en', ['zh-CN'], 'en'],
  [null, ['zh-Hant-TW', 'en'], 'zh-CN'],
  [null, ['de', 'zh'], 'zh-CN'],
  [null, ['en-US', 'zh'], 'en'],
  ['klingon', ['fr'], 'en'],
  ['toString', [], 'en'],
])('kept %j and preferred %j reads %s', (kept, preferred, language) => {
  expect(chooseLanguage(kept, preferred)).toBe(language);
});
