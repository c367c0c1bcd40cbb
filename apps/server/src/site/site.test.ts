import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testArena } from '../testing/arena-fixture.js';
import { loadSite } from './load-site.js';

const SCRIPT = 'console.log("the arena");\n'.repeat(200);

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-site-'));
  const site = join(folder, 'site');
  await mkdir(join(site, 'assets'), { recursive: true });
  await writeFile(join(site, 'index.html'), '<!doctype html><html><head><title>x</title></head><body></body></html>');
  await writeFile(join(site, 'assets', 'index-1a2b3c4d.js'), SCRIPT);
  await writeFile(join(site, 'icon.svg'), '<svg/>');
  await writeFile(join(folder, 'secret.txt'), 'secret');
});
afterAll(() => rm(folder, { recursive: true }));

const served = async () => testArena({ site: await loadSite(join(folder, 'site')) });

describe('the web pages', () => {
  it('are one page for all its addresses, whose policy has a nonce that is another each time', async () => {
    await using arena = await served();
    const nonces: string[] = [];
    for (const path of ['/', '/join', '/studies/abc']) {
      const response = await arena.app.request(path);
      const policy = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      nonces.push(nonce);
      expect(await response.text()).toContain(`<meta name="csp-nonce" content="${nonce}" />`);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    expect(new Set(nonces).size).toBe(3);
    expect(nonces).not.toContain('');
  });

  it('have files that are compressed and kept: for good where the name has a hash, else asked for again', async () => {
    await using arena = await served();
    const script = await arena.app.request('/assets/index-1a2b3c4d.js', { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(await script.arrayBuffer()).toString()).toBe(SCRIPT);
    const icon = await arena.app.request('/icon.svg');
    expect([icon.headers.get('content-type'), icon.headers.get('cache-control')]).toEqual([
      'image/svg+xml; charset=utf-8',
      'no-cache',
    ]);
    const again = await arena.app.request('/icon.svg', {
      headers: { 'If-None-Match': icon.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '//etc/passwd.txt',
    '/assets/index.js.map',
    '/assets/none.js',
  ])('have no file %s', async (path) => {
    await using arena = await served();
    const response = await arena.app.request(path);
    expect([response.status, (await response.text()).includes('secret\n')]).toEqual([404, false]);
  });

  it('say how to build them where they are not built', async () => {
    await using arena = await testArena();
    const response = await arena.app.request('/');
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build')]);
  });
});
