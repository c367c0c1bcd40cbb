// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toYaml } from './to-yaml.mjs';

/**
 * Writes files of the catalog, formatted like everything in the repository. One that is already there and differs was edited by
 * hand: it is named and left alone, unless `isForced`.
 * @param {string} root of the repository
 * @param {string} folder below the root
 * @param {ReadonlyMap<string, Record<string, unknown> | readonly unknown[]>} files by name below the folder
 * @param {boolean} isForced
 * @returns {number} how many were written
 */
export function writeFiles(root, folder, files, isForced) {
  let written = 0;
  for (const [name, text] of formatted(root, files)) {
    const path = join(root, folder, name);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    if (before === text) continue;
    if (before !== undefined && !isForced) {
      process.stdout.write(`edited since, left alone: ${name}\n`);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    written++;
  }
  return written;
}

/**
 * @param {string} root
 * @param {ReadonlyMap<string, Record<string, unknown> | readonly unknown[]>} files
 */
function formatted(root, files) {
  const folder = mkdtempSync(join(root, '.make-cards-'));
  try {
    for (const [name, value] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), toYaml(value));
    }
    const { status } = spawnSync('npx', ['oxfmt', folder], { cwd: root, stdio: 'ignore' });
    if (status !== 0) throw new Error('oxfmt could not format the files.');
    return new Map([...files.keys()].map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
