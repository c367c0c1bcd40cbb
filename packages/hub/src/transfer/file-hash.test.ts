import { createHash } from 'node:crypto';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '@understudy/core';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/index.js';
import { fileSha256, hashFile, rememberSha256 } from './file-hash.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

it('fileSha256 believes its note until the file changes', async () => {
  using home = temporaryFolder();
  const path = join(home.path, 'file');
  writeFileSync(path, 'one');
  expect(await fileSha256(path, home.path)).toBe(sha256('one'));
  await rememberSha256(path, 'f'.repeat(64), home.path);
  expect(await fileSha256(path, home.path)).toBe('f'.repeat(64));
  utimesSync(path, 1, 1);
  expect(await fileSha256(path, home.path)).toBe(sha256('one'));
});

it('fileSha256 survives a damaged note', async () => {
  using home = temporaryFolder();
  const path = join(home.path, 'file');
  writeFileSync(path, 'one');
  await fileSha256(path, home.path);
  const [note = ''] = readdirSync(join(home.path, 'hashes'));
  writeFileSync(join(home.path, 'hashes', note), '{"path"');
  expect(await fileSha256(path, home.path)).toBe(sha256('one'));
});

it('hashFile tells how far it is', async () => {
  using home = temporaryFolder();
  const path = join(home.path, 'file');
  writeFileSync(path, 'x'.repeat(1_500_000));
  const told: Progress[] = [];
  await hashFile(path, { onProgress: (progress) => told.push(progress) });
  const common = { label: 'SHA-256 of file', total: 1_500_000, unit: 'bytes' };
  expect(told).toEqual([
    { ...common, done: 1 << 20 },
    { ...common, done: 1_500_000 },
  ]);
});
