import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TaskNode } from '../format/task-definition.js';
import { openTaskLibrary, type TaskLibrary } from './task-library.js';

const TASK = 'dataset_path: json\ntest_split: train\ndoc_to_text: q\ndoc_to_target: a\n';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'understudy-library-'));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}

async function openFolder(files: Readonly<Record<string, string>>): Promise<TaskLibrary> {
  return openTaskLibrary({ includePaths: [await folderWith(files)] });
}

/** A tree as nested names, groups as `[name, ...members]`. */
function names(node: TaskNode): unknown {
  return node.kind === 'task' ? node.name : [node.name, ...node.members.map(names)];
}

async function select(library: TaskLibrary, pattern: string): Promise<readonly string[]> {
  return (await library.select([pattern])).tasks.map((task) => task.name);
}

describe('the task library', () => {
  let library: TaskLibrary;
  beforeAll(async () => {
    library = await openTaskLibrary();
  });

  it('has the benchmarks that Understudy promises, each with what it measures and its licence', () => {
    const wanted =
      'boolq hellaswag winogrande piqa arc_easy arc_challenge openbookqa race drop gsm8k gsm8k_cot triviaqa sciq ' +
      'medqa_4options medmcqa pubmedqa truthfulqa_mc1 truthfulqa_mc2 lambada_openai wikitext mmlu';
    const listed = new Map(library.list().map((listing) => [listing.name, listing]));
    for (const name of wanted.split(' ')) {
      expect(listed.get(name)).toMatchObject({ measures: expect.any(String), licence: expect.any(String) });
    }
  });

  it('gives mmlu as 57 subjects in four groups under one', async () => {
    const { tasks, groups, roots } = await library.select(['mmlu']);
    expect(tasks).toHaveLength(57);
    expect(groups.map((group) => `${group.name} ${group.members.length}`)).toEqual([
      'mmlu 4',
      'mmlu_stem 19',
      'mmlu_other 13',
      'mmlu_social_sciences 12',
      'mmlu_humanities 13',
    ]);
    expect(roots.map((root) => root.name)).toEqual(['mmlu']);
    expect(tasks[0]?.config.metadata['config_source']).toBe('library/mmlu/mmlu_abstract_algebra.yaml');
    expect(tasks[0]?.name).toBe('mmlu_abstract_algebra');
  });

  it('matches shell patterns, sorted within each and in the order asked for', async () => {
    const { tasks } = await library.select(['truthfulqa_mc?', 'arc_[ce]*', 'gsm8k']);
    expect(tasks.map((task) => task.name)).toEqual([
      'truthfulqa_mc1',
      'truthfulqa_mc2',
      'arc_challenge',
      'arc_challenge_generate',
      'arc_easy',
      'arc_easy_generate',
      'gsm8k',
    ]);
  });

  it('gives the tasks of a tag as tasks of their own', async () => {
    const { roots } = await library.select(['mmlu_stem_tasks']);
    expect(roots).toHaveLength(19);
    expect(roots.every((root) => root.kind === 'task')).toBe(true);
  });

  it('refuses a task under two of the names asked for', async () => {
    await expect(library.select(['mmlu', 'mmlu_anatomy'])).rejects.toMatchObject({ code: 'task-selected-twice' });
    await expect(library.select(['mmlu_*'])).rejects.toMatchObject({ code: 'task-selected-twice' });
  });

  it('suggests near names for an unknown one', async () => {
    await expect(library.select(['hellaswog'])).rejects.toMatchObject({
      code: 'task-unknown',
      hint: expect.stringContaining('hellaswag') as string,
    });
  });

  it('reads a task file by its path, a pattern of files and a folder', async () => {
    const folder = await folderWith({ 'b.yaml': `task: b\n${TASK}`, 'a.yaml': `task: a\n${TASK}`, 'x.txt': 'x' });
    expect(await select(library, path.join(folder, 'b.yaml'))).toEqual(['b']);
    expect(await select(library, path.join(folder, '*.yaml'))).toEqual(['a', 'b']);
    expect(await select(library, folder)).toEqual(['a', 'b']);
    await expect(select(library, path.join(folder, 'c.yaml'))).rejects.toMatchObject({ code: 'task-unknown' });
  });

  it('prefers the files of an include path, and of two with one name the first', async () => {
    const other = await openFolder({ '1.yaml': `task: piqa\nnum_fewshot: 7\n${TASK}`, '2.yaml': 'task: piqa\n' });
    const { tasks } = await other.select(['piqa']);
    expect(tasks[0]?.config.num_fewshot).toBe(7);
  });

  it('leaves a broken file alone until it is asked for', async () => {
    const other = await openFolder({
      'a.yaml': `task: a\n${TASK}`,
      'bad.yaml': 'task: bad\n x: [\n',
      'wrong.yaml': 'task: wrong\nrepeats: 0\n',
    });
    expect((await other.select(['a'])).tasks).toHaveLength(1);
    await expect(other.select(['bad'])).rejects.toThrow(/cannot be read: .*bad\.yaml:\d+/);
    await expect(other.select(['wrong'])).rejects.toThrow(/wrong\.yaml:2: repeats/);
  });

  it('says that a task written as a Python class cannot run', async () => {
    const other = await openFolder({ 'a.yaml': 'task: a\nclass: !function task.A\n' });
    await expect(other.select(['a'])).rejects.toThrow(/a\.yaml:2: class: .*Python class/);
  });

  it('says that the folder of an include path is not there', async () => {
    await expect(openTaskLibrary({ includePaths: ['/nowhere/tasks'] })).rejects.toMatchObject({
      code: 'task-folder-unreadable',
    });
  });
});

describe('a group', () => {
  const FILES = {
    'a.yaml': `task: a\ntag: letters\n${TASK}`,
    'b.yaml': `task: b\ntag: [letters, other]\n${TASK}`,
    'inner.yaml': 'group: inner\ntask: [a]\nnum_fewshot: 2\n',
  };

  it('holds tasks, tags, other groups and groups of its own', async () => {
    const library = await openFolder({
      ...FILES,
      'g.yaml': 'group: g\ntask:\n  - inner\n  - group: mine\n    task: [b]\n  - other\n',
    });
    const { roots } = await library.select(['g']);
    expect(roots.map(names)).toEqual([['g', ['inner', 'a'], ['g::mine', 'b'], 'b']]);
  });

  it('gives its members its settings, a member its own ones over them', async () => {
    const library = await openFolder({
      ...FILES,
      'g.yaml': 'group: g\nnum_fewshot: 3\ntask:\n  - a\n  - task: b\n    num_fewshot: 4\n    description: hi\n',
    });
    const { tasks } = await library.select(['g']);
    expect(tasks.map((task) => task.config.num_fewshot)).toEqual([3, 4]);
    expect(tasks[1]?.config.description).toBe('hi');
    expect(tasks[1]?.locate(['description'])).toMatchObject({ line: 7 });
  });

  it('may hold a task that is written out in it', async () => {
    const library = await openFolder({
      'g.yaml': 'group: g\ntask:\n  - task: new\n    dataset_path: json\n    test_split: train\n    repeats: 2\n',
    });
    const { tasks } = await library.select(['g']);
    expect(tasks[0]).toMatchObject({ name: 'g::new', config: { repeats: 2, metadata: { config_source: 'inline' } } });
  });

  it('reads its list of metrics leniently', async () => {
    const library = await openFolder({
      ...FILES,
      'g.yaml': 'group: g\ntask: a\naggregate_metric_list:\n  metric: acc\n  filter_list: none\n',
    });
    const { groups } = await library.select(['g']);
    expect(groups[0]?.config.aggregate_metric_list).toEqual([
      { metric: 'acc', filter_list: ['none'], aggregation: 'mean', weight_by_size: true },
    ]);
  });

  it('with an unknown member names the line of its file', async () => {
    const library = await openFolder({ ...FILES, 'g.yaml': 'group: g\ntask:\n  - a\n  - leters\n' });
    await expect(library.select(['g'])).rejects.toMatchObject({
      message: expect.stringMatching(/g\.yaml:4: there is no task, group or tag named leters/) as string,
      hint: expect.stringContaining('letters') as string,
    });
  });
});
