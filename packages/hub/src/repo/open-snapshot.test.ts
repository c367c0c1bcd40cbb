import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOOPBACK_COMMIT, LoopbackHub, temporaryFolder } from '../testing/index.js';
import { openTransfer } from '../transfer/transfer.js';
import { fetchRepoFile } from './fetch-repo-file.js';
import { openSnapshot } from './open-snapshot.js';

const REPO = { type: 'dataset', name: 'owner/name' } as const;
const BYTES = Buffer.from('rows');
const SHA256 = createHash('sha256').update(BYTES).digest('hex');

describe('openSnapshot and fetchRepoFile', () => {
  it('bring files of one commit, and need no network for them afterwards', async () => {
    using home = temporaryFolder();
    const hub = await LoopbackHub.start({ 'data/test.jsonl': { bytes: BYTES, sha256: SHA256 } });
    const env = { HF_ENDPOINT: hub.endpoint };
    const online = openTransfer({ home: home.path, env });
    const snapshot = await openSnapshot(REPO, 'main', online);
    expect(snapshot.commit).toBe(LOOPBACK_COMMIT);
    expect(snapshot.files).toEqual([{ path: 'data/test.jsonl', sizeBytes: 4, sha256: SHA256 }]);
    await fetchRepoFile(snapshot, { path: 'data/test.jsonl' }, online);
    await hub[Symbol.asyncDispose]();
    const offline = openTransfer({ home: home.path, env: { ...env, HF_HUB_OFFLINE: '1' } });
    const again = await openSnapshot(REPO, 'main', offline);
    const path = await fetchRepoFile(again, { path: 'data/test.jsonl' }, offline);
    expect(path).toBe(join(home.path, 'datasets/owner/name', LOOPBACK_COMMIT, 'data/test.jsonl'));
    expect(readFileSync(path)).toEqual(BYTES);
  });

  it('ask the hub again only when told to', async () => {
    using home = temporaryFolder();
    await using hub = await LoopbackHub.start({ a: { bytes: BYTES } });
    const options = { home: home.path, env: { HF_ENDPOINT: hub.endpoint } };
    await openSnapshot(REPO, 'main', openTransfer(options));
    await openSnapshot(REPO, 'main', openTransfer(options));
    expect(hub.seen).toHaveLength(2);
    await openSnapshot(REPO, 'main', openTransfer({ ...options, refresh: true }));
    expect(hub.seen).toHaveLength(4);
  });

  it('say what is missing when offline', async () => {
    using home = temporaryFolder();
    const transfer = openTransfer({ home: home.path, env: { HF_HUB_OFFLINE: 'true' } });
    await expect(openSnapshot(REPO, 'main', transfer)).rejects.toMatchObject({
      code: 'offline-missing',
      message: expect.stringContaining('owner/name'),
    });
  });

  it('refuse a file whose listing already says that it has other bytes', async () => {
    using home = temporaryFolder();
    await using hub = await LoopbackHub.start({ a: { bytes: BYTES, sha256: SHA256 } });
    const transfer = openTransfer({ home: home.path, env: { HF_ENDPOINT: hub.endpoint } });
    const snapshot = await openSnapshot(REPO, 'main', transfer);
    await expect(fetchRepoFile(snapshot, { path: 'a', sha256: 'f'.repeat(64) }, transfer)).rejects.toMatchObject({
      code: 'checksum-mismatch',
    });
    expect(hub.downloads).toHaveLength(0);
  });

  it('refuse to write outside of the folder, whatever the listing says', async () => {
    using home = temporaryFolder();
    await using hub = await LoopbackHub.start({ '../../../../evil': { bytes: BYTES } });
    const transfer = openTransfer({ home: home.path, env: { HF_ENDPOINT: hub.endpoint } });
    const snapshot = await openSnapshot(REPO, 'main', transfer);
    await expect(fetchRepoFile(snapshot, { path: '../../../../evil' }, transfer)).rejects.toMatchObject({
      code: 'repo-path',
    });
  });

  it('ask again when a connection breaks, and say so when the answer is none of a hub', async () => {
    using home = temporaryFolder();
    let requests = 0;
    const server = createServer((request, response) => {
      requests++;
      if (requests === 1) {
        request.socket.destroy();
      } else {
        response.end('<html>Welcome to this network</html>');
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const transfer = openTransfer({ home: home.path, env: { HF_ENDPOINT: `http://127.0.0.1:${port}` } });
    await expect(openSnapshot(REPO, 'main', transfer)).rejects.toMatchObject({ code: 'source-unusable' });
    server.close();
    expect(requests).toBe(2);
  });

  it('say that the address of the hub is none', async () => {
    const transfer = openTransfer({ home: '.', env: { HF_ENDPOINT: 'my hub' } });
    await expect(openSnapshot(REPO, 'main', transfer)).rejects.toMatchObject({ code: 'hub-endpoint' });
    const unusable = openTransfer({ home: '.', env: { HF_ENDPOINT: 'http://127.0.0.1:1' } });
    await expect(openSnapshot(REPO, 'main', unusable)).rejects.toMatchObject({ code: 'source-unreachable' });
  });

  it('report a repository that does not exist', async () => {
    using home = temporaryFolder();
    await using hub = await LoopbackHub.start({});
    const transfer = openTransfer({ home: home.path, env: { HF_ENDPOINT: `${hub.endpoint}/nothing/here` } });
    await expect(openSnapshot(REPO, 'main', transfer)).rejects.toMatchObject({ code: 'source-not-found', status: 404 });
  });
});
