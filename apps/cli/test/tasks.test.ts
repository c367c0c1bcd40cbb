import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';

const home = temporaryHome();

describe('tasks ls', () => {
  test('lists every task with what it measures and its licence', async () => {
    const { code, stdout } = await runCli(['tasks', 'ls'], { home });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^arc_easy +task +science .* CC BY-SA 4\.0$/m);
    expect(stdout).toMatch(/^mmlu +group +knowledge .* MIT$/m);
  });

  test('lists what a wildcard stands for', async () => {
    const { stdout } = await runCli(['tasks', 'ls', 'mmlu_college_*', '--json'], { home });
    const { tasks } = JSON.parse(stdout) as { tasks: readonly { name: string }[] };
    expect(tasks.map(({ name }) => name)).toEqual([
      'mmlu_college_biology',
      'mmlu_college_biology_generate',
      'mmlu_college_chemistry',
      'mmlu_college_chemistry_generate',
      'mmlu_college_computer_science',
      'mmlu_college_computer_science_generate',
      'mmlu_college_mathematics',
      'mmlu_college_mathematics_generate',
      'mmlu_college_medicine',
      'mmlu_college_medicine_generate',
      'mmlu_college_physics',
      'mmlu_college_physics_generate',
    ]);
  });

  test('includes the tasks of a further folder', async () => {
    const folder = join(home, 'tasks');
    mkdirSync(folder);
    writeFileSync(join(folder, 'mine.yaml'), 'task: mine\ndataset_path: json\n');
    expect((await runCli(['tasks', 'ls', '--include-path', folder], { home })).stdout).toMatch(/^mine +task$/m);
  });
});

describe('tasks show', () => {
  test('tells what a task measures, on which rows, and how', async () => {
    const { stdout } = await runCli(['tasks', 'show', 'winogrande'], { home });
    expect(stdout).toMatch(/^data +allenai\/winogrande, winogrande_xl$/m);
    expect(stdout).toMatch(/^metrics +acc$/m);
    expect(stdout).toMatch(/^prompt +!function winogrande\./m);
  });

  test('tells the members of a group', async () => {
    expect((await runCli(['tasks', 'show', 'mmlu'], { home })).stdout).toMatch(/^members +mmlu_/m);
  });

  test('suggests a near name for one that is not known', async () => {
    const { code, stderr } = await runCli(['tasks', 'show', 'hellaswga'], { home });
    expect(code).toBe(1);
    expect(stderr).toContain('Did you mean hellaswag?');
  });
});
