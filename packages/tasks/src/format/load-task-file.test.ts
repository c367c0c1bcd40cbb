import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTaskFile } from './check-file.js';
import { FunctionReference } from './function-reference.js';
import { createTaskFileReader } from './load-task-file.js';
import type { TaskConfig } from './task-config.js';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-tasks-'));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}

async function check(text: string): Promise<TaskConfig> {
  const file = await createTaskFileReader().load(path.join(await folderWith({ 'a.yaml': text }), 'a.yaml'));
  return checkTaskFile(file, file.values);
}

describe('a task file', () => {
  it('is YAML 1.1 as PyYAML reads it: no is false, n is a text', async () => {
    const folder = await folderWith({ 'a.yaml': 'a: no\nb: n\nc: [on, y, "no"]\nd: 0x10\ne: 010\n' });
    const file = await createTaskFileReader().load(path.join(folder, 'a.yaml'));
    expect(file.values).toEqual({ a: false, b: 'n', c: [true, 'y', 'no'], d: 16, e: 8 });
  });

  it('keeps a !function with the line it stands in', async () => {
    const config = await check('task: t\noutput_type: multiple_choice\ndoc_to_text: !function utils.text\n');
    expect(config.doc_to_text).toBeInstanceOf(FunctionReference);
    expect(config.doc_to_text).toMatchObject({ name: 'utils.text', line: 3 });
  });

  it('has the defaults of the reference harness', async () => {
    expect(await check('task: t\n')).toMatchObject({
      output_type: 'generate_until',
      description: '',
      target_delimiter: ' ',
      fewshot_delimiter: '\n\n',
      repeats: 1,
      metadata: {},
    });
  });

  it('takes what it does not say itself from its includes, later ones first', async () => {
    const folder = await folderWith({
      'a.yaml': 'include: [b.yaml, c.yaml]\ntask: a\n',
      'b.yaml': 'task: b\ndescription: b\ntest_split: b\n',
      'c.yaml': 'include: d.yaml\ndescription: c\n',
      'd.yaml': 'validation_split: d\n',
    });
    const file = await createTaskFileReader().load(path.join(folder, 'a.yaml'));
    expect(file.values).toEqual({ task: 'a', description: 'c', test_split: 'b', validation_split: 'd' });
    expect(file.locate(['description'])).toEqual({ file: path.join(folder, 'c.yaml'), line: 2 });
  });

  it('that includes itself is refused', async () => {
    const folder = await folderWith({ 'a.yaml': 'include: b.yaml\n', 'b.yaml': 'include: a.yaml\n' });
    await expect(createTaskFileReader().load(path.join(folder, 'a.yaml'))).rejects.toMatchObject({
      code: 'task-file-include-cycle',
    });
  });

  it.each([
    [
      'task: t\noutput_type: choice\n',
      /a\.yaml:2: output_type: expected one of multiple_choice, .*; found "choice"\.$/,
    ],
    [
      'task: t\nmetric_list:\n  - metric: acc\n  - aggregation: mean\n',
      /a\.yaml:4: metric_list\[1\]\.metric: expected the name of a metric/,
    ],
    ['task: t\ndoc_to_choice: [no, yes]\n', /a\.yaml:2: doc_to_choice: .*in quotes.*found \[false,true\]/],
    ['task: t\nnum_fewshot: five\n', /a\.yaml:2: num_fewshot: .*found "five"/],
    ['description: t\n', /a\.yaml:1: task: expected a text.*it is missing/],
    ['task: t\ndoc_to_tekst: x\n', /a\.yaml:2: doc_to_tekst: this key is not known/],
    ['task: t\nfewshot_config:\n  samplr: first_n\n', /a\.yaml:3: fewshot_config\.samplr: this key is not known/],
    ['- task: t\n', /expected a mapping of keys to values/],
    ['task: t\ndescription: "a\n', /a\.yaml:\d+ failed: it is not valid YAML/],
    ['task: !python/object t\n', /a\.yaml:1 failed: it is not valid YAML: Unresolved tag/],
  ])('with a mistake is reported by file, line, key and what was expected: %j', async (text, message) => {
    await expect(check(text)).rejects.toThrow(message);
  });

  it('with an unknown key hints at the one that may be meant', async () => {
    await expect(check('task: t\ndoc_to_tekst: x\n')).rejects.toMatchObject({
      hint: expect.stringContaining('Did you mean doc_to_text') as string,
    });
  });

  it('that is not there is reported with the file that includes it', async () => {
    const folder = await folderWith({ 'a.yaml': 'task: a\ninclude: gone.yaml\n' });
    await expect(createTaskFileReader().load(path.join(folder, 'a.yaml'))).rejects.toThrow(
      /gone\.yaml \(included from .*a\.yaml:2\) failed/,
    );
  });
});
