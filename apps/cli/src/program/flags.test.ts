import { expect, test } from 'vitest';
import { canonicalFlags } from './flags.js';

const options = [{ flag: 'num_fewshot' }, { flag: 'kv-type' }];

test('underscores and dashes of a known flag are exchangeable, with and without a value behind =', () => {
  expect(canonicalFlags(['--num-fewshot', '5', '--kv_type=f16'], options)).toEqual([
    '--num_fewshot',
    '5',
    '--kv-type=f16',
  ]);
});

test('unknown flags, values and words behind -- stay as they are', () => {
  const argv = ['--some_flag', 'num-fewshot', '--', '--num-fewshot'];
  expect(canonicalFlags(argv, options)).toEqual(argv);
});
