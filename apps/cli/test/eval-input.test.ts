import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';

const home = temporaryHome();
const file = (name: string, text: string): string => {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
};

describe('eval with options that cannot be', () => {
  test.each([
    [['--limit', '0'], '--limit: "0" does not fit; expected a number above 0'],
    [['--limit', '5', '--samples', '{"a": [0]}'], '--limit and --samples exclude each other'],
    [['--model_args', 'pretrained=gpt2,parallelize=True'], 'parallelize=true has no equivalent here'],
    [['--num_fewshots', '5'], 'Did you mean --num_fewshot?'],
    [['--apply_chat_template', 'no-such.jinja'], 'no file no-such.jinja'],
    [['--apply_chat_template', 'vicuna'], 'The catalog has'],
  ])('%j: exit code 2, and what to do instead', async (argv, message) => {
    const { code, stdout, stderr } = await runCli(['eval', '--tasks', 'arc_easy', ...argv], { home });
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('a wrong line of a config file is named', async () => {
    const path = file('run.yaml', 'tasks: arc_easy\nlimit: none\n');
    const { code, stderr } = await runCli(['eval', '--config', path], { home });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(`${path}:2: limit: "none"`) });
  });
});

describe('eval with tasks that cannot be', () => {
  test('an unknown name is refused before any model is fetched, with a near one', async () => {
    const { code, stderr } = await runCli(['eval', '--tasks', 'arc_esay'], { home });
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('Did you mean arc_easy?') });
  });

  test('a wrong key of a task file is named with file, line and what was expected', async () => {
    const path = file('wrong.yaml', 'task: wrong\ndataset_path: json\noutput_type: multiple_choices\n');
    const { code, stderr } = await runCli(['eval', '--tasks', path, '--json'], { home });
    expect(code).toBe(1);
    expect(stderr).toMatch(/wrong\.yaml:3.*output_type.*multiple_choice/s);
  });

  test('YAML that cannot be read is named with file and line', async () => {
    const path = file('broken.yaml', 'task: broken\ndoc_to_text: "{{question}\n');
    const { code, stderr } = await runCli(['eval', '--tasks', path], { home });
    expect(code).toBe(1);
    expect(stderr).toMatch(/broken\.yaml:\d/);
  });
});
