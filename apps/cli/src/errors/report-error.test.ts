import { UserError } from '@understudy/core';
import { expect, test } from 'vitest';
import { en } from '../messages/en.js';
import { EXIT } from './exit-codes.js';
import { reportError } from './report-error.js';

function report(error: unknown, signal: AbortSignal): { code: number; stderr: string; stdout: string } {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written) => ({
    isTTY: false,
    write: (text: string | Uint8Array): boolean => {
      written[name] += text.toString();
      return true;
    },
  });
  const streams = { stdout: output('stdout'), stderr: output('stderr') };
  return { code: reportError(error, true, { ...streams, messages: en, verbose: false, signal }), ...written };
}

test('an interrupt is no defect, whatever it made the work throw', () => {
  const { code, stderr, stdout } = report(new DOMException('aborted', 'AbortError'), AbortSignal.abort());
  expect({ code, stderr }).toEqual({ code: EXIT.interrupted, stderr: `error: ${en.errors.interrupted}\n` });
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'interrupted' } });
});

test('an error of ours is told also after an interrupt', () => {
  const { stderr } = report(new UserError({ code: 'disk-full', message: 'No room.' }), AbortSignal.abort());
  expect(stderr).toBe('error: No room.\n');
});

test('anything else that is not ours is a defect, with its stack', () => {
  const { code, stderr } = report(new TypeError('broken'), new AbortController().signal);
  expect(code).toBe(EXIT.failed);
  expect(stderr).toContain(en.errors.bug);
});
