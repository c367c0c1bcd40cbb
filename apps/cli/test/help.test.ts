import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';
import { traceImports } from './support/trace-imports.js';

const home = temporaryHome();

describe('help', () => {
  test('names the commands, and is a result: stdout, exit code 0', async () => {
    for (const argv of [[], ['--help'], ['help']]) {
      const { code, stdout, stderr } = await runCli(argv, { home });
      expect(stdout).toMatch(/^Usage: understudy/);
      expect(stdout).toMatch(/^ {2}runs /m);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
  });

  test('loads neither schemas nor engines nor a database', () => {
    const modules = traceImports(['--help'], home);
    expect(modules.some((url) => url.includes('/commander/'))).toBe(true);
    const heavy = modules.filter((url) => /node_modules\/(zod|yaml|kysely|better-sqlite3|koffi|onnxruntime)/.test(url));
    expect(heavy).toEqual([]);
    expect(modules.filter((url) => /packages\/(?!core\/)/.test(url))).toEqual([]);
  });

  test('speaks Chinese where it is asked to', async () => {
    for (const options of [{ environment: { LANG: 'zh_CN.UTF-8' } }, { environment: { UNDERSTUDY_LANG: 'zh-CN' } }]) {
      expect((await runCli([], { home, ...options })).stdout).toMatch(/^用法：/);
    }
    expect((await runCli(['runs', 'ls', '--help', '--lang', 'zh-CN'], { home })).stdout).toContain('列出运行');
  });
});

test('a .env file of the working directory speaks where the environment does not', async () => {
  writeFileSync(join(home, '.env'), 'UNDERSTUDY_LANG=zh-CN\n');
  expect((await runCli([], { home, folder: home })).stdout).toMatch(/^用法：/);
  const environment = { UNDERSTUDY_LANG: 'en' };
  expect((await runCli([], { home, folder: home, environment })).stdout).toMatch(/^Usage:/);
});

describe('a wrong command line', () => {
  test.each([
    [['rnus'], 'error: there is no command rnus\nDid you mean runs?\n'],
    [['runs', 'ls', '--jsn'], 'error: there is no option --jsn\nDid you mean --json?\n'],
    [['runs', 'rm'], "error: the argument run is missing\nSee 'understudy help', or --help behind a command.\n"],
  ])('%j ends with exit code 2 and says what is meant', async (argv, stderr) => {
    expect(await runCli(argv, { home })).toEqual({ code: 2, stdout: '', stderr });
  });

  test('is answered in Chinese, too', async () => {
    expect((await runCli(['rnus', '--lang', 'zh-CN'], { home })).stderr).toBe('错误：没有命令 rnus\n是否想用 runs？\n');
  });
});

describe('errors', () => {
  test('say what happened and how to go on, without a stack, with exit code 1', async () => {
    const { code, stdout, stderr } = await runCli(['runs', 'rm', 'nothing'], { home });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^error: .*nothing/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('come with their stack where more is asked for', async () => {
    expect((await runCli(['runs', 'rm', 'nothing', '--verbose'], { home })).stderr).toMatch(/\n\s+at /);
  });
});
