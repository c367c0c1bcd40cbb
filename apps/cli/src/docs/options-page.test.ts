import { expect, test } from 'vitest';
import { en } from '../messages/en.js';
import { zhCn } from '../messages/zh-cn.js';
import { evalOptions } from '../options/tables/eval-options.js';
import { optionsPage } from './options-page.js';

test.each([
  ['eval-options.md', en],
  ['eval-options.zh-CN.md', zhCn],
])('docs/%s is what the options table says (npm run docs writes it)', async (file, messages) => {
  await expect(optionsPage(evalOptions, messages)).toMatchFileSnapshot(`../../../../docs/${file}`);
});
