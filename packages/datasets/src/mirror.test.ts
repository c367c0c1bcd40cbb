import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Dataset } from './dataset.js';
import { openDataset } from './open-dataset.js';
import { pythonJson } from './testing/python-json.js';

const MIRROR = fileURLToPath(new URL('../../../../shared/hub', import.meta.url));
const hasMirror = existsSync(join(MIRROR, 'index.json'));

interface Recorded {
  readonly repo: string;
  readonly config: string;
  readonly split: string;
  readonly rows: number;
  readonly sha256: string;
  readonly columns: readonly string[];
}

interface IndexedFile {
  readonly path: string;
  readonly rows?: number;
  readonly config?: string;
  readonly split?: string;
  readonly columns?: readonly string[];
}

const RECORDED: readonly Recorded[] = JSON.parse(
  readFileSync(new URL('./fixtures/mirror-rows.json', import.meta.url), 'utf8'),
).splits;

const openMirrored = (repo: string, name: string) => openDataset({ path: join(MIRROR, 'datasets', repo), name });

describe.skipIf(!hasMirror)('the data sets of the mirror (skipped without ../shared/hub)', () => {
  it.each(RECORDED)('$repo $config $split: every row is the one Python reads', async (recorded) => {
    const dataset = await openMirrored(recorded.repo, recorded.config);
    const columns = await dataset.columns(recorded.split);
    expect(columns.map((column) => column.name)).toEqual(recorded.columns);
    const hash = createHash('sha256');
    let rows = 0;
    for await (const row of dataset.rows(recorded.split)) {
      hash.update(`${pythonJson(row, columns)}\n`);
      rows++;
    }
    expect(rows).toBe(recorded.rows);
    expect(await dataset.count(recorded.split)).toBe(rows);
    expect(hash.digest('hex')).toBe(recorded.sha256);
  });

  it('all have the rows and columns of the index', async () => {
    const index: Readonly<Record<string, { readonly files: readonly IndexedFile[] }>> = JSON.parse(
      readFileSync(join(MIRROR, 'index.json'), 'utf8'),
    );
    const differing: string[] = [];
    for (const [repo, { files }] of Object.entries(index)) {
      const opened = new Map<string, Dataset>();
      const card = readFileSync(join(MIRROR, 'datasets', repo, 'README.md'), 'utf8');
      for (const { path, rows, config = '', split = '', columns = [] } of files) {
        const isListed = split !== '' && card.includes(`path: "${path}"`) && card.includes(`config_name: "${config}"`);
        // The files of mgsm have no header: Python, and so we, take the first row for one.
        if (!isListed || repo === 'juletxara/mgsm') {
          continue;
        }
        const dataset = opened.get(config) ?? (await openMirrored(repo, config));
        opened.set(config, dataset);
        const names = (await dataset.columns(split)).map((column) => column.name);
        const expected = columns.map((name, position) => (name === '' ? `Unnamed: ${position}` : name));
        if ((await dataset.count(split)) !== rows || names.join() !== expected.join()) {
          differing.push(`${repo} ${config} ${split}`);
        }
      }
    }
    expect(differing).toEqual([]);
  });

  it('come over HTTP, and are there without a network afterwards', async () => {
    const home = mkdtempSync(join(tmpdir(), 'understudy-'));
    const port = await freePort();
    const server = spawn(process.execPath, [join(MIRROR, 'serve.mjs'), '--port', String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => server.stdout.once('data', resolve));
    const request = { path: 'medmcqa', home, env: { HF_ENDPOINT: `http://127.0.0.1:${port}` } };
    const online = await openDataset(request);
    const first = await online.rows('validation', { end: 1 }).next();
    server.kill();
    const offline = await openDataset({ ...request, offline: true });
    expect((await offline.rows('validation', { end: 1 }).next()).value).toEqual(first.value);
    await expect(openDataset({ ...request, path: 'allenai/ai2_arc', offline: true })).rejects.toMatchObject({
      code: 'offline-missing',
    });
    rmSync(home, { recursive: true });
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
