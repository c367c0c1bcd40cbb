import { BugError, DataError, UserError } from '@understudy/core';
import { describe, expect, test } from 'vitest';
import { en } from '../messages/en.js';
import { zhCn } from '../messages/zh-cn.js';
import { describeError, errorRecord } from './describe-error.js';

const full = new UserError({ code: 'disk-full', message: 'No room for model.gguf.', hint: 'Free 98 MB.' });

describe('an error', () => {
  test('that people can mend is its message and what to do, without a stack', () => {
    expect(describeError(full, en, false)).toEqual(['error: No room for model.gguf.', 'Free 98 MB.']);
  });

  test('says in Chinese what kind it is, above the details', () => {
    expect(describeError(full, zhCn, false)).toEqual(['错误：磁盘已满\nNo room for model.gguf.', 'Free 98 MB.']);
  });

  test('of the data has its stack where more is asked for', () => {
    const error = new DataError({ code: 'gguf-magic', message: 'Not a GGUF.' });
    expect(describeError(error, en, true).join('\n')).toMatch(/\n\s+at /);
  });

  test.each([new BugError({ code: 'x', message: 'broken' }), new TypeError('broken')])(
    'that is ours has its stack always, and says so: %s',
    (error) => {
      const lines = describeError(error, en, false);
      expect(lines.join('\n')).toMatch(/\n\s+at /);
      expect(lines.at(-1)).toBe(en.errors.bug);
    },
  );

  test('is a record for machines', () => {
    expect(errorRecord(full)).toEqual({ code: 'disk-full', message: 'No room for model.gguf.', hint: 'Free 98 MB.' });
    expect(errorRecord('thrown text')).toEqual({ code: 'bug', message: 'thrown text' });
  });
});
