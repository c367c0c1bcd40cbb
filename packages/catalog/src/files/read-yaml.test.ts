import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, expect, it } from 'vitest';
import { CATALOG_FOLDER } from './catalog-folder.js';
import { contentHash, readParsedFiles } from './parsed-files.js';
import { readCatalogFile } from './read-catalog-file.js';
import { readYaml, type FileError } from './read-yaml.js';
import { writeParsedFiles } from './write-parsed-files.js';
import { z } from 'zod';

const folder = mkdtempSync(join(tmpdir(), 'understudy-parsed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const toError: FileError = (path, problem) => new Error(`${path}: ${problem}`);

it('knows what the build has parsed, and parses what was changed since', async () => {
  const path = join(folder, 'a.yaml');
  writeFileSync(path, 'a: 1\n');
  const known = Promise.resolve({ [contentHash(await readFile(path))]: { a: 'kept' } });
  expect(await readYaml(path, toError, known)).toEqual({ a: 'kept' });
  writeFileSync(path, 'a: 2\n');
  expect(await readYaml(path, toError, known)).toEqual({ a: 2 });
});

it('has of every file of the catalog what it says', async () => {
  const kept = join(folder, 'parsed.json');
  await writeParsedFiles(CATALOG_FOLDER, kept);
  const parsed = await readParsedFiles(kept);
  expect(Object.keys(parsed).length).toBeGreaterThan(300);
  for (const name of [
    'benchmarks.yaml',
    'contamination.yaml',
    'cards/llama/llama-7b.yaml',
    'scores/01-ai-yi-readme-2023-11.yaml',
  ]) {
    const bytes = await readFile(join(CATALOG_FOLDER, name));
    expect(parsed[contentHash(bytes)]).toEqual(parse(bytes.toString('utf8')));
  }
});

it('does without where the build wrote nothing, or was cut short', async () => {
  expect(await readParsedFiles(join(folder, 'none.json'))).toEqual({});
  writeFileSync(join(folder, 'half.json'), '{"a": ');
  expect(await readParsedFiles(join(folder, 'half.json'))).toEqual({});
});

it('names file, line and column of what is no YAML', async () => {
  const path = join(folder, 'broken.yaml');
  writeFileSync(path, 'a: 1\nb: [1, 2\nc: {\n');
  await expect(readCatalogFile(path, z.unknown())).rejects.toMatchObject({
    code: 'catalog-file',
    message: expect.stringMatching(/broken\.yaml.*line 3, column 1/su),
  });
});
