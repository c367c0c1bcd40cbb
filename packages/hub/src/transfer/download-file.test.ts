import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Progress } from '@understudy/core';
import { describe, expect, it } from 'vitest';
import { LoopbackHub, sendRange, temporaryFolder, type ServedFile } from '../testing/index.js';
import { downloadFile, type Download } from './download-file.js';
import { openTransfer, type TransferOptions } from './transfer.js';

const BYTES = randomBytes(300_000);
const SHA256 = createHash('sha256').update(BYTES).digest('hex');
const QUICK = { retries: 2, minTimeoutMs: 1 };

/** Answers the first requests of a file with HTTP 503. */
function unavailable(times: number): ServedFile['intercept'] {
  return (_, response, count) => {
    if (count <= times) {
      response.writeHead(503).end();
    }
    return count <= times;
  };
}

/** A source that breaks off its first answers as soon as some of their bytes have been written down. */
function breakingSource(times: number) {
  let current: ServerResponse | undefined;
  const file: Partial<ServedFile> = {
    etag: '"one"',
    intercept: (request, response, count) => {
      current = count <= times ? response : undefined;
      sendRange({ bytes: BYTES, etag: '"one"' }, request, response, count <= times ? 20_000 : Infinity);
      return true;
    },
  };
  return { file, options: { onProgress: () => void current?.destroy() } };
}

/** Serves one file and downloads it into an empty folder. */
async function downloadWith(file: Partial<ServedFile>, wanted: Partial<Download> = {}, options: TransferOptions = {}) {
  const folder = temporaryFolder();
  const hub = await LoopbackHub.start({ 'model.gguf': { bytes: BYTES, ...file } });
  const destination = join(folder.path, 'model.gguf');
  const url = `${hub.endpoint}/owner/name/resolve/main/model.gguf`;
  const transfer = openTransfer({ home: folder.path, env: { HF_ENDPOINT: hub.endpoint }, ...options });
  return {
    hub,
    destination,
    folder: folder.path,
    run: () => downloadFile({ url, destination, label: 'model.gguf', ...wanted }, transfer, QUICK),
    [Symbol.asyncDispose]: async () => {
      folder[Symbol.dispose]();
      await hub[Symbol.asyncDispose]();
    },
  };
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name !== 'hashes')
    .sort();
}

describe('downloadFile', () => {
  it('brings the file, tells of progress up to its whole size, and leaves nothing else', async () => {
    const progress: Progress[] = [];
    await using test = await downloadWith({}, { sha256: SHA256 }, { onProgress: (step) => progress.push(step) });
    await test.run();
    expect(readFileSync(test.destination).equals(BYTES)).toBe(true);
    expect(progress.at(-1)).toEqual({ label: 'model.gguf', done: BYTES.length, total: BYTES.length, unit: 'bytes' });
    expect(namesIn(test.folder)).toEqual(['model.gguf']);
  });

  it('asks for nothing when the file is there', async () => {
    await using test = await downloadWith({});
    await test.run();
    await test.run();
    expect(test.hub.seen).toHaveLength(1);
  });

  it('goes on where a broken connection stopped', async () => {
    const breaking = breakingSource(1);
    await using test = await downloadWith(breaking.file, { sha256: SHA256 }, breaking.options);
    await test.run();
    expect(readFileSync(test.destination).equals(BYTES)).toBe(true);
    expect(test.hub.seen.map((request) => request.range)).toEqual([
      undefined,
      expect.stringMatching(/^bytes=[1-9]\d*-$/),
    ]);
  });

  it('goes on with what an earlier process left behind', async () => {
    await using test = await downloadWith({}, { sha256: SHA256 });
    writeFileSync(`${test.destination}.partial`, BYTES.subarray(0, 200_000));
    await test.run();
    expect(readFileSync(test.destination).equals(BYTES)).toBe(true);
    expect(test.hub.seen.map((request) => request.range)).toEqual(['bytes=200000-']);
  });

  it('starts again when what was left behind belongs to other bytes', async () => {
    await using test = await downloadWith({}, { sha256: SHA256 });
    writeFileSync(`${test.destination}.partial`, randomBytes(1_000));
    await test.run();
    expect(readFileSync(test.destination).equals(BYTES)).toBe(true);
    expect(test.hub.seen.map((request) => request.range)).toEqual(['bytes=1000-', undefined]);
  });

  it('starts again when the source has another file by now', async () => {
    await using test = await downloadWith({ etag: '"two"' });
    writeFileSync(`${test.destination}.partial`, randomBytes(1_000));
    writeFileSync(`${test.destination}.partial-etag`, '"one"');
    await test.run();
    expect(readFileSync(test.destination).equals(BYTES)).toBe(true);
  });

  it('does not go on with bytes that neither a checksum nor an ETag ties to the source', async () => {
    await using test = await downloadWith({});
    writeFileSync(`${test.destination}.partial`, BYTES.subarray(0, 1_000));
    await test.run();
    expect(test.hub.seen.map((request) => request.range)).toEqual([undefined]);
  });

  it('refuses other bytes than those asked for, and keeps nothing of them', async () => {
    await using test = await downloadWith({}, { sha256: 'f'.repeat(64) });
    await expect(test.run()).rejects.toMatchObject({ code: 'checksum-mismatch', values: { sha256: SHA256 } });
    expect(namesIn(test.folder)).toEqual([]);
    expect(test.hub.seen).toHaveLength(1);
  });

  it('tries again after an error of the source, and says so when it stays', async () => {
    await using recovering = await downloadWith({ intercept: unavailable(2) });
    await recovering.run();
    expect(existsSync(recovering.destination)).toBe(true);
    await using broken = await downloadWith({ intercept: unavailable(9) });
    await expect(broken.run()).rejects.toMatchObject({ code: 'source-failed', status: 503 });
  });

  it('says that a transfer broke off when it keeps breaking off, and keeps what has come', async () => {
    const breaking = breakingSource(Infinity);
    await using test = await downloadWith(breaking.file, {}, breaking.options);
    await expect(test.run()).rejects.toMatchObject({ code: 'source-interrupted' });
    expect(test.hub.seen).toHaveLength(1 + QUICK.retries);
    const kept = readFileSync(`${test.destination}.partial`);
    expect(kept.byteLength).toBeGreaterThan(0);
    expect(kept.equals(BYTES.subarray(0, kept.byteLength))).toBe(true);
  });

  it('gives up on a source that does not answer in time', async () => {
    await using test = await downloadWith({ intercept: () => true }, {}, { answerTimeoutMs: 50 });
    await expect(test.run()).rejects.toMatchObject({
      code: 'source-silent',
      hint: expect.stringContaining('HF_ENDPOINT'),
    });
    expect(test.hub.seen).toHaveLength(1);
  });

  it('takes a transfer without bytes for a broken one', async () => {
    await using test = await downloadWith(
      {
        intercept: (_, response, count) => {
          if (count === 1) {
            response.writeHead(200, { 'Content-Length': BYTES.length }).write(BYTES.subarray(0, 5));
          }
          return count === 1;
        },
      },
      { sha256: SHA256 },
      { stallTimeoutMs: 50 },
    );
    await test.run();
    expect(readFileSync(test.destination).equals(BYTES)).toBe(true);
  });

  it.each([
    [404, 'source-not-found'],
    [401, 'source-refused'],
    [403, 'source-refused'],
  ])('does not insist after HTTP %i', async (status, code) => {
    await using test = await downloadWith({
      intercept: (_, response) => {
        response.writeHead(status).end();
        return true;
      },
    });
    await expect(test.run()).rejects.toMatchObject({ code, status });
    expect(test.hub.seen).toHaveLength(1);
  });

  it('says that a host cannot be reached', async () => {
    const closed = await LoopbackHub.start({});
    const url = `${closed.endpoint}/file`;
    await closed[Symbol.asyncDispose]();
    await using test = await downloadWith({}, { url });
    await expect(test.run()).rejects.toMatchObject({ code: 'source-unreachable' });
  });

  it('shows the token to the hub alone, and to nobody in messages', async () => {
    await using other = await LoopbackHub.start({ 'model.gguf': { bytes: BYTES } });
    const token = 'hf_secret_token';
    await using test = await downloadWith({
      intercept: (_, response) => {
        response.writeHead(302, { Location: `${other.endpoint}/x/resolve/y/missing?signature=abc` }).end();
        return true;
      },
    });
    const transfer = openTransfer({
      home: test.folder,
      env: { HF_ENDPOINT: test.hub.endpoint, HF_TOKEN: token },
    });
    const url = `${test.hub.endpoint}/owner/name/resolve/main/model.gguf?token=${token}`;
    const failure = await downloadFile({ url, destination: test.destination, label: 'x' }, transfer, QUICK).catch(
      String,
    );
    expect(failure).toContain('HTTP 404');
    expect(failure).not.toContain('signature=abc');
    expect(failure).not.toContain(token);
    expect(test.hub.seen.map((request) => request.authorization)).toEqual([`Bearer ${token}`]);
    expect(other.seen.map((request) => request.authorization)).toEqual([undefined]);
  });

  it('keeps what has come when it is cancelled', async () => {
    const cancel = new AbortController();
    await using test = await downloadWith(
      {
        etag: '"one"',
        intercept: (_, response, count) => {
          if (count === 1) {
            response.writeHead(200, { 'Content-Length': BYTES.length, ETag: '"one"' }).write(BYTES.subarray(0, 5_000));
          }
          return count === 1;
        },
      },
      {},
      { signal: cancel.signal, onProgress: () => cancel.abort() },
    );
    await expect(test.run()).rejects.toMatchObject({ name: 'AbortError' });
    expect(namesIn(test.folder)).toEqual(['model.gguf.partial', 'model.gguf.partial-etag']);
  });

  it('says before it starts that the disk has no room', async () => {
    await using test = await downloadWith({}, { sizeBytes: 2 ** 60 }, {});
    mkdirSync(test.folder, { recursive: true });
    test.hub.files.set('model.gguf', {
      bytes: BYTES,
      intercept: (_, response) => {
        response.writeHead(200, { 'Content-Length': String(2 ** 60) });
        response.flushHeaders();
        return true;
      },
    });
    await expect(test.run()).rejects.toMatchObject({ code: 'disk-full', values: { neededBytes: 2 ** 60 } });
    expect(namesIn(test.folder)).toEqual([]);
  });
});
