import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli, startCli, type CliOptions, type RunningCli } from './support/run-cli.js';
import { temporaryHome } from './support/temporary-home.js';

const home = temporaryHome();

/** Starts a server on a free port; returns it with its address. */
async function serve(
  argv: readonly string[],
  options: Partial<CliOptions> = {},
): Promise<RunningCli & { url: string }> {
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  const running = startCli(['serve', '--port', port, ...argv], { home, ...options });
  await running.seen(/Understudy is at/);
  return { ...running, url: `http://127.0.0.1:${port}` };
}

async function session(url: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
  return (await (await fetch(`${url}/api/session`, init)).json()) as Record<string, unknown>;
}

test('serve opens an arena for this machine without a key, refuses a port that is taken, and ends well at Ctrl-C', async () => {
  const server = await serve(['--json']);
  expect(await session(server.url)).toMatchObject({ role: 'admin', local: true, freeMode: false });
  const second = await runCli(['serve', '--port', new URL(server.url).port], { home });
  expect(second.code).toBe(1);
  expect(second.stderr).toMatch(/is in use by another program/);
  server.kill('SIGINT');
  const { code, stdout } = await server.result;
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ url: server.url, database: join(home, 'understudy.db') });
});

test('serve with keys shows the first admin key once, and keys let others in', async () => {
  const server = await serve(['--require-key']);
  const said = { stderr: '' };
  try {
    expect(await session(server.url)).toMatchObject({ role: null, local: false });
    const made = await runCli(['keys', 'create', '--role', 'annotator', '--label', 'Grace', '--json'], { home });
    const { secret, path } = JSON.parse(made.stdout) as { secret: string; path: string };
    expect(path).toBe(`/join#${secret}`);
    const headers = { 'Content-Type': 'application/json' };
    const joined = await session(server.url, { method: 'POST', headers, body: JSON.stringify({ key: secret }) });
    expect(joined).toMatchObject({ role: 'annotator', annotator: { pseudonym: 'Grace' } });
    const unsafe = await runCli(['keys', 'create', '--label', 'a\u001b[2Jb'], { home });
    expect([unsafe.code, unsafe.stderr]).toEqual([2, expect.stringContaining('control characters')]);
    expect((await runCli(['keys', 'create', '--expires', '999999999999'], { home })).code).toBe(2);
    const listed = await runCli(['keys', 'ls'], { home });
    expect(listed.stdout).toMatch(/annotator +Grace/);
    expect(listed.stdout).not.toContain(secret);
  } finally {
    server.kill('SIGINT');
    said.stderr = (await server.result).stderr;
  }
  const [, key = ''] = /Admin key, shown this once: (\S{43})/.exec(said.stderr) ?? [];
  expect(key).not.toBe('');
  const again = await serve(['--require-key']);
  const headers = { Authorization: `Bearer ${key}` };
  expect(await session(again.url, { headers })).toMatchObject({ role: 'admin' });
  again.kill('SIGINT');
  expect((await again.result).stderr).not.toContain('Admin key');
});

test('serve with two models opens free mode; with one it says that it takes two', async () => {
  const specs = ['one', 'two'].map((name) => {
    const path = join(home, `${name}.yaml`);
    writeFileSync(path, `version: 1\nanswers: []\ndefault_answer: I am number ${name}.\n`);
    return `scripted:${path}`;
  });
  const server = await serve(specs.flatMap((spec) => ['--model', spec]));
  expect(await session(server.url)).toMatchObject({ freeMode: true });
  server.kill('SIGINT');
  expect((await server.result).code).toBe(0);
  const wrong = await runCli(['serve', ...specs.flatMap((spec) => ['--model', spec]), '--chat_template', 'none'], {
    home,
  });
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('--chat_template')]);
  const alone = await runCli(['serve', '--model', specs[0] ?? ''], { home });
  expect(alone.code).toBe(2);
  expect(alone.stderr).toMatch(/needs two models/);
});
