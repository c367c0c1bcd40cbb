import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LoopbackHub, sendRange, temporaryFolder } from '../testing/index.js';
import { downloadFile } from './download-file.js';
import { openTransfer } from './transfer.js';
import { withLock } from './with-lock.js';

const BYTES = randomBytes(400_000);
const SHA256 = createHash('sha256').update(BYTES).digest('hex');
const BUILT = fileURLToPath(new URL('../../dist/transfer/', import.meta.url));

/** A process of its own that downloads a file with the built package and prints its notices. */
function downloadInProcess(url: string, folder: string) {
  const script = `
    import { downloadFile } from ${JSON.stringify(`${BUILT}download-file.js`)};
    import { openTransfer } from ${JSON.stringify(`${BUILT}transfer.js`)};
    const transfer = openTransfer({ home: ${JSON.stringify(folder)}, env: {}, onNotice: console.log });
    const destination = ${JSON.stringify(join(folder, 'model.gguf'))};
    await downloadFile({ url: ${JSON.stringify(url)}, destination, label: 'model.gguf', sha256: '${SHA256}' }, transfer);`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

describe('withLock', () => {
  it('lets one at a time work on a file, and tells the others that they wait', async () => {
    using folder = temporaryFolder();
    const notices: string[] = [];
    const transfer = openTransfer({ home: folder.path, env: {}, onNotice: (line) => notices.push(line) });
    const file = join(folder.path, 'model.gguf');
    let working = 0;
    let most = 0;
    const work = () =>
      withLock(file, transfer, async () => {
        most = Math.max(most, ++working);
        await new Promise((resolve) => setTimeout(resolve, 350));
        working--;
      });
    await Promise.all([work(), work()]);
    expect(most).toBe(1);
    expect(notices).toEqual(['Waiting for another process that is fetching model.gguf …']);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('breaks the lock of a process that is no more', async () => {
    using folder = temporaryFolder();
    const file = join(folder.path, 'model.gguf');
    mkdirSync(`${file}.lock`);
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'exit');
    writeFileSync(`${file}.lock-owner`, `${gone.pid} ${hostname()}`);
    const result = await withLock(file, openTransfer({ home: folder.path, env: {} }), async () => 'done');
    expect(result).toBe('done');
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it('gives the lock back after an error', async () => {
    using folder = temporaryFolder();
    const transfer = openTransfer({ home: folder.path, env: {} });
    const file = join(folder.path, 'model.gguf');
    await expect(withLock(file, transfer, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('lets a file be fetched after its first fetcher was killed, without fetching the first half again', async () => {
    using folder = temporaryFolder();
    await using hub = await LoopbackHub.start({
      'model.gguf': {
        bytes: BYTES,
        intercept: (_, response, count) => {
          if (count === 1) {
            response.writeHead(200, { 'Content-Length': BYTES.length }).write(BYTES.subarray(0, 200_000));
          }
          return count === 1; // The first answer never ends.
        },
      },
    });
    const url = `${hub.endpoint}/o/n/resolve/main/model.gguf`;
    const destination = join(folder.path, 'model.gguf');
    const killed = downloadInProcess(url, folder.path);
    const partial = `${destination}.partial`;
    await expect
      .poll(() => (existsSync(partial) ? readFileSync(partial).byteLength : 0), { timeout: 20_000 })
      .toBe(200_000);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(existsSync(destination)).toBe(false);
    const transfer = openTransfer({ home: folder.path, env: {} });
    await downloadFile({ url, destination, label: 'model.gguf', sha256: SHA256 }, transfer);
    expect(readFileSync(destination).equals(BYTES)).toBe(true);
    expect(hub.downloads.map((request) => request.range)).toEqual([undefined, 'bytes=200000-']);
  });

  it('lets two processes share one download', async () => {
    using folder = temporaryFolder();
    await using hub = await LoopbackHub.start({
      'model.gguf': {
        bytes: BYTES,
        intercept: (request, response) => {
          setTimeout(() => sendRange({ bytes: BYTES }, request, response), 1_500);
          return true;
        },
      },
    });
    const url = `${hub.endpoint}/o/n/resolve/main/model.gguf`;
    const processes = [downloadInProcess(url, folder.path), downloadInProcess(url, folder.path)];
    const exits = processes.map(async (child) => {
      const output: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
      const [code] = await once(child, 'close');
      return [code, Buffer.concat(output).toString()];
    });
    const results = await Promise.all(exits);
    expect(results.map(([code]) => code)).toEqual([0, 0]);
    expect(results.map(([, output]) => output).join('')).toBe(
      'Waiting for another process that is fetching model.gguf …\n',
    );
    expect(hub.downloads).toHaveLength(1);
  });
});
