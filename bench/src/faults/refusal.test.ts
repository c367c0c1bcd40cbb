import { expect, it } from 'vitest';
import type { CliResult } from './cli-process.js';
import { checkRefusal } from './refusal.js';

const good: CliResult = {
  code: 1,
  signal: undefined,
  stdout: '',
  stderr: 'scores: onnx\nerror: The disk is full.\nFree some space.\n',
  seconds: 1,
};
const check = (changes: Partial<CliResult>) => checkRefusal({ ...good, ...changes }, { message: /disk is full/ });

it('finds nothing wrong with a message, a way to go on, and exit code 1', () => {
  expect(check({})).toEqual([]);
});

it.each([
  [{ code: 0 }, 'exit code 0, expected 1'],
  [{ code: undefined, signal: 'SIGABRT' as const }, 'exit code SIGABRT, expected 1'],
  [{ stderr: 'error: Something else.\nTry again.\n' }, 'the message does not match /disk is full/'],
  [{ stderr: `${good.stderr}    at write (file.js:1:2)\n` }, 'a stack is shown'],
  [{ stderr: 'error: The disk is full.\n' }, 'no word on how to go on'],
  [{ stdout: 'acc 0.25' }, 'something was printed as a result'],
])('tells what is wrong: %j', (changes, wrong) => {
  expect(check(changes)).toEqual([wrong]);
});
