// @ts-check
// Fetches the models that tests use, and prints the folder in which each has the name that tests know it by.
// Prints nothing where they cannot be had; tests that need them then say so and skip.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = {
  'smollm2-135m-instruct': 'SmolLM2-135M-Instruct.Q4_1.gguf',
  'gemma-3-270m': 'gemma-3-270m-Q4_K_M.gguf',
};

const home = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'understudy-tests');
const launcher = fileURLToPath(new URL('../apps/cli/bin/understudy.js', import.meta.url));
const pull = spawnSync(process.execPath, [launcher, 'models', 'pull', ...Object.keys(NAMES), '--json'], {
  env: { ...process.env, UNDERSTUDY_HOME: home },
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});

if (pull.status === 0) {
  const folder = join(home, 'test-models');
  mkdirSync(folder, { recursive: true });
  /** @type {{ models: { name: keyof typeof NAMES, paths: [string] }[] }} */
  const { models } = JSON.parse(pull.stdout);
  for (const { name, paths } of models) {
    const link = join(folder, NAMES[name]);
    if (!existsSync(link)) symlinkSync(paths[0], link);
  }
  process.stdout.write(`${folder}\n`);
} else {
  process.stderr.write('The test models could not be fetched: tests that need them will skip.\n');
}
