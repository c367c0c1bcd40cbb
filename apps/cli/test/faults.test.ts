import { readFileSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { writeOversizedModel, writeTinyModel, type TinyModelOptions } from '@understudy/engine-llama/testing';
import { openStore } from '@understudy/store';
import { afterEach, describe, expect, test } from 'vitest';
import { writeColourTask } from './support/colour-task.js';
import { runCli, type CliResult } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';

const home = temporaryHome();
const folder = writeColourTask(home, 24);

const models: Disposable[] = [];
afterEach(() => {
  for (const model of models.splice(0)) model[Symbol.dispose]();
});

function tiny(options?: TinyModelOptions): string {
  const model = writeTinyModel(options);
  models.push(model);
  return model.path;
}

/** Evaluates a task, the colours by default, on a model. */
function evaluate(model: string, task = 'colours'): Promise<CliResult> {
  return runCli(['eval', '--model', model, '--tasks', task, '--include_path', folder], { home });
}

function oversized(): string {
  const path = join(home, 'oversized.gguf');
  writeOversizedModel(path, 8 * totalmem());
  return path;
}

const altered = (alter: (bytes: Buffer) => Uint8Array): string => {
  const path = join(home, 'altered.gguf');
  writeFileSync(path, alter(readFileSync(tiny())));
  return path;
};

describe('eval of a model that cannot be run', () => {
  test.each<readonly [string, () => string, RegExp]>([
    ['is cut short', () => altered((bytes) => bytes.subarray(0, bytes.length / 2)), /its tensors need \d+/],
    ['is no GGUF', () => altered((bytes) => bytes.fill('x', 0, 4)), /does not begin with GGUF/],
    ['is of an unknown architecture', () => tiny({ architecture: 'mystery' }), /architecture: 'mystery'/],
    ['needs more than the memory', oversized, /needs \d+ GiB of memory.* has \d+ GiB/],
  ])('says that it %s and how to go on, and begins nothing', async (_title, model, message) => {
    const { code, stdout, stderr } = await evaluate(model());
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr.trim().split('\n').length).toBeGreaterThan(1);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    await using store = await openStore({ path: join(home, 'understudy.db') });
    expect(await store.listRuns()).toEqual([]);
  });
});

describe('eval of rows that do not fit the task', () => {
  test.each([
    ['a variable of a template', '"Question: {{questoin}}"', 'answer', /doc_to_text: .*'questoin' is undefined/],
    ['a column', 'question', 'answre', /doc_to_target: the data set has no column answre\.\nDid you mean answer\?/],
  ])('names file, line and key of %s that does not exist', async (_title, text, target, message) => {
    const path = join(folder, 'misspelt.yaml');
    const yaml = readFileSync(join(folder, 'colours.yaml'), 'utf8')
      .replace('task: colours', 'task: misspelt')
      .replace(/doc_to_text: .*/, `doc_to_text: ${text}`)
      .replace(/doc_to_target: .*/, `doc_to_target: ${target}`);
    writeFileSync(path, yaml);
    const { code, stderr } = await evaluate(tiny(), path);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/misspelt\.yaml:\d+: /);
    expect(code).toBe(1);
  });
});
