import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { en } from '../messages/en.js';
import { readConfigFile } from './config-file.js';
import { evalOptions } from './tables/eval-options.js';

const folder = mkdtempSync(join(tmpdir(), 'understudy-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  const path = join(folder, 'run.yaml');
  writeFileSync(path, text);
  return readConfigFile(path, { name: 'eval', options: evalOptions }, en);
};

describe('a config file', () => {
  test('has the flags as keys, in either spelling, and remembers their lines', () => {
    const given = read('tasks: [arc_easy, mmlu]\nnum-fewshot: 5\n# comment\nkv_type: f16\nresume: false\n');
    expect(given['tasks']).toEqual({
      value: ['arc_easy', 'mmlu'],
      origin: expect.stringMatching(/run\.yaml:1: tasks$/),
    });
    expect(given['numFewshot']).toEqual({ value: 5, origin: expect.stringMatching(/run\.yaml:2: num-fewshot$/) });
    expect(given['kvType']).toEqual({ value: 'f16', origin: expect.stringMatching(/run\.yaml:4: kv_type$/) });
    expect(given['resume']?.value).toBe(false);
  });

  test('may have flags of the reference harness', () => {
    expect(read('model: hf\nmodel_args: {pretrained: a.gguf}\n')['model_args']?.value).toEqual({
      pretrained: 'a.gguf',
    });
  });

  test('leaves an option unset where it says null', () => {
    expect(read('limit: null\n')).toEqual({});
  });

  test.each([
    ['in a circle', 'tasks: &a [*a]\n'],
    [
      'without end',
      [
        'a: &a [x, x]',
        ...['ab', 'bc', 'cd', 'de'].map(([of, name]) => `${name}: &${name} [${`*${of}, `.repeat(9)}]`),
      ].join('\n'),
    ],
  ])('is refused where its aliases lead %s', (_name, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'config-invalid' }));
  });

  test('may be empty', () => {
    expect(read('# nothing\n')).toEqual({});
  });

  test.each([
    ['tasks: mmlu\nnum_fewshots: 5\n', /run\.yaml:2: num_fewshots is not an option/],
    ['- a\n', /run\.yaml:1: a config file is a YAML mapping/],
    ['tasks: mmlu\nlimit: [1\n', /run\.yaml:\d: /],
  ])('that is wrong is refused with its line: %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test('that is not there is a usage error', () => {
    expect(() => readConfigFile(join(folder, 'missing.yaml'), { name: 'eval', options: evalOptions }, en)).toThrow(
      'cannot be read',
    );
  });
});
