import { expect, test } from 'vitest';
import { chooseLanguage } from './language.js';

test.each([
  [['--lang', 'zh-CN'], { LANG: 'en_US.UTF-8' }, 'zh-CN'],
  [['--lang=zh'], {}, 'zh-CN'],
  [['--lang', 'en'], { UNDERSTUDY_LANG: 'zh-CN' }, 'en'],
  [[], { UNDERSTUDY_LANG: 'zh_CN', LANG: 'de_DE.UTF-8' }, 'zh-CN'],
  [[], { UNDERSTUDY_LANG: '', LC_ALL: '', LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [[], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
  [[], {}, 'en'],
])('%j with %j speaks %s', (argv, environment, language) => {
  expect(chooseLanguage(argv, environment)).toBe(language);
});
