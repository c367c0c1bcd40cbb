import { readCatalog } from '@understudy/catalog';
import { describe, expect, it } from 'vitest';
import { assembleApi } from '../api/assemble-api.js';
import { isAllowed, type Access } from '../api/role.js';
import { makeServices } from '../make-services.js';
import { makeAnnotator, makeKey, testArena, type TestArena } from '../testing/arena-fixture.js';
import { Browser } from '../testing/browser.js';

const ROLES = [null, 'viewer', 'annotator', 'admin'] as const;

interface Route {
  readonly method: string;
  readonly path: string;
  readonly access: Access;
}

/** All routes of the API with who may use them, as the OpenAPI document has them. */
function routes({ store, runs }: TestArena): readonly Route[] {
  const access = { isLocal: false, publicUrl: undefined, trustsProxy: false };
  const api = assembleApi(makeServices({ store, runs, catalog: readCatalog, version: '0', access, site: undefined }));
  const { paths = {} } = api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'x', version: '0' } });
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{\w+\}/g, 'none'),
      access: (operation as { 'x-access': Access })['x-access'],
    })),
  );
}

async function browserOf(arena: TestArena, role: (typeof ROLES)[number]): Promise<Browser> {
  const browser = new Browser(arena.app);
  if (role === 'annotator') await browser.signIn(await makeAnnotator(arena, 'ada'));
  else if (role !== null) await browser.signIn(await makeKey(arena, role));
  return browser;
}

const LOCAL = { access: { isLocal: true, publicUrl: undefined, trustsProxy: false } };

describe('every route', () => {
  it('says who may use it, and lets in those and nobody else', async () => {
    await using arena = await testArena();
    const all = routes(arena);
    expect(all.length).toBeGreaterThan(35);
    expect(all.filter(({ access }) => access === undefined)).toEqual([]);
    for (const role of ROLES) {
      const browser = await browserOf(arena, role);
      for (const { method, path, access } of all) {
        // Signing in and out is tested by itself: it would change who asks.
        if (path === '/api/session') continue;
        const body = method === 'GET' ? {} : { body: '{}', headers: { 'Content-Type': 'application/json' } };
        const { status, body: answer } = await browser.send(path, { method, ...body });
        const refused = answer.error?.code === 'key-needed' || answer.error?.code === 'role-too-low';
        // Annotators are let in to results, but not to those of all studies at once.
        const isAllStudies = role === 'annotator' && access === 'viewer' && status === 403;
        const outcome = refused && !isAllStudies ? status : 'let in';
        const wanted = isAllowed(role, access) ? 'let in' : role === null ? 401 : 403;
        expect({ role, method, path, outcome }).toEqual({ role, method, path, outcome: wanted });
        expect(status).not.toBe(500);
      }
    }
    expect(arena.errors).toEqual([]);
  });
});

describe('a key', () => {
  it('opens a session by cookie, or each request by bearer', async () => {
    await using arena = await testArena();
    const key = await makeKey(arena, 'viewer');
    const browser = new Browser(arena.app);
    expect((await browser.get('/api/studies')).status).toBe(401);
    const { headers, body } = await browser.signIn(key);
    expect(headers.get('set-cookie')).toMatch(/^understudy_session=[\w-]{43}; .*HttpOnly; SameSite=Strict/);
    expect(body).toMatchObject({ role: 'viewer', local: false });
    expect((await browser.get('/api/studies')).status).toBe(200);
    const program = new Browser(arena.app);
    expect((await program.get('/api/studies', { Authorization: `Bearer ${key}` })).status).toBe(200);
    expect((await program.get('/api/studies', { Authorization: `Basic ${key}` })).status).toBe(401);
  });

  it('is kept as a hash only, and is in no answer after the one that made it', async () => {
    await using arena = await testArena();
    const admin = await browserOf(arena, 'admin');
    const made = await admin.post('/api/keys', { role: 'viewer', label: 'for the board' });
    const secret = String(made.body['secret']);
    const invited = await admin.post('/api/annotators', { pseudonym: 'Grace' });
    const invitation = new URL(String(invited.body['invitation']));
    expect(invitation.pathname).toBe('/join');
    expect((await new Browser(arena.app).signIn(invitation.hash.slice(1))).body).toMatchObject({
      role: 'annotator',
      annotator: { pseudonym: 'Grace' },
    });
    admin.received.length = 0;
    for (const path of ['/api/keys', '/api/audit', '/api/annotators', '/api/session']) await admin.get(path);
    const everything = admin.received.join('\n');
    expect(everything).toContain('for the board');
    expect([secret, invitation.hash.slice(1)].filter((text) => everything.includes(text))).toEqual([]);
    expect(everything).not.toContain('"hash"');
  });

  it('ends its sessions when it is revoked, and works no more when it has expired', async () => {
    await using arena = await testArena();
    const admin = await browserOf(arena, 'admin');
    const made = await admin.post('/api/keys', { role: 'viewer', label: 'a', expiresInDays: 1 });
    const secret = String(made.body['secret']);
    const viewer = new Browser(arena.app);
    await viewer.signIn(secret);
    await admin.send(`/api/keys/${(made.body['key'] as { id: string }).id}`, { method: 'DELETE' });
    expect((await viewer.get('/api/studies')).status).toBe(401);
    expect((await viewer.signIn(secret)).body.error?.code).toBe('key-refused');
    const other = await admin.post('/api/keys', { role: 'viewer', label: 'b', expiresInDays: 1 });
    await viewer.signIn(String(other.body['secret']));
    expect((await viewer.get('/api/studies')).status).toBe(200);
    arena.clock.now += 86_400_001;
    expect((await viewer.get('/api/studies')).status).toBe(401);
    expect((await viewer.signIn(String(other.body['secret']))).body.error?.code).toBe('key-refused');
  });

  it('that is wrong is refused and noted; a flood of them is stopped, and fills no log', async () => {
    await using arena = await testArena();
    const eve = new Browser(arena.app);
    const statuses: number[] = [];
    for (let n = 0; n < 100; n++) statuses.push((await eve.signIn(`wrong-${n}`)).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(new Set(statuses.slice(10))).toEqual(new Set([429]));
    const bearer = await eve.get('/api/studies', { Authorization: 'Bearer wrong' });
    expect([bearer.status, bearer.headers.get('retry-after')]).toEqual([429, '30']);
    const log = await arena.store.audit({ limit: 200 });
    expect(log.filter(({ action }) => action === 'key-refused')).toHaveLength(10);
    expect(JSON.stringify(log)).not.toContain('wrong-');
    // After a while a true key opens again.
    arena.clock.now += 31_000;
    expect((await eve.signIn(await makeKey(arena, 'viewer'))).status).toBe(200);
  });

  it('of a viewer makes nobody an annotator', async () => {
    await using arena = await testArena();
    const viewer = await browserOf(arena, 'viewer');
    const tries = [
      await viewer.post('/api/assignments/next', { studyId: 'x', annotatorId: 'ada' }),
      await viewer.post('/api/annotators', { pseudonym: 'me' }),
      await viewer.post('/api/keys', { role: 'admin', label: 'me' }),
    ];
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describe('a forged session', () => {
  it('of an invented cookie, a hash, or another’s token is refused', async () => {
    await using arena = await testArena();
    const ada = await browserOf(arena, 'annotator');
    const session = await ada.get('/api/session');
    const { csrf } = session.body as unknown as { csrf: string };
    const eve = new Browser(arena.app);
    for (const cookie of ['x', 'a'.repeat(43), csrf, '../../etc/passwd', "' OR 1=1 --"]) {
      const { status } = await eve.get('/api/studies', { Cookie: `understudy_session=${encodeURIComponent(cookie)}` });
      expect(status).toBe(401);
    }
    const mallory = await browserOf(arena, 'admin');
    const write = await mallory.post('/api/keys', { role: 'admin', label: 'x' }, { 'X-CSRF-Token': csrf });
    expect([write.status, write.body.error?.code]).toEqual([403, 'csrf-token']);
  });
});

describe('another site', () => {
  const PATH = '/api/keys';
  const BODY = { role: 'admin', label: 'x' };

  it.each([
    ['fetch metadata of another site', { 'Sec-Fetch-Site': 'cross-site' }, 'cross-site'],
    ['fetch metadata of a neighbour', { 'Sec-Fetch-Site': 'same-site' }, 'cross-site'],
    ['another origin', { Origin: 'https://evil.example', 'Sec-Fetch-Site': '' }, 'cross-site'],
    ['no origin that could be told', { Origin: 'null', 'Sec-Fetch-Site': '' }, 'cross-site'],
    ['another port of this machine', { Origin: 'http://localhost:9999', 'Sec-Fetch-Site': '' }, 'cross-site'],
    ['no token', { 'X-CSRF-Token': '' }, 'csrf-token'],
    ['a wrong token', { 'X-CSRF-Token': 'x'.repeat(43) }, 'csrf-token'],
  ])('cannot write with %s', async (_, headers, code) => {
    await using arena = await testArena();
    const admin = await browserOf(arena, 'admin');
    const { status, body } = await admin.post(PATH, BODY, headers);
    expect([status, body.error?.code]).toEqual([403, code]);
    expect((await arena.store.listKeys()).map(({ label }) => label)).not.toContain('x');
  });

  it('cannot write by a form, nor read at all', async () => {
    await using arena = await testArena();
    const admin = await browserOf(arena, 'admin');
    const form = await admin.send(PATH, {
      method: 'POST',
      body: JSON.stringify(BODY),
      headers: { 'Content-Type': 'text/plain' },
    });
    expect([form.status, form.body.error?.code]).toEqual([415, 'not-json']);
    expect((await admin.get(PATH, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    const { headers } = await admin.get(PATH, { Origin: 'https://evil.example' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('whose name points to this machine is refused where no keys are asked for', async () => {
    await using arena = await testArena(LOCAL);
    const browser = new Browser(arena.app);
    expect((await browser.get('/api/session', { Host: 'evil.example' })).body.error?.code).toBe('host-refused');
    expect((await browser.get('http://evil.example/api/session')).body.error?.code).toBe('host-refused');
    expect((await browser.get('/api/session', { Host: '127.0.0.1.evil.example' })).status).toBe(403);
    expect((await browser.get('/api/session', { 'X-Forwarded-For': '8.8.8.8' })).body.error?.code).toBe(
      'proxy-refused',
    );
    for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080']) {
      expect((await browser.get('/api/session', { Host: host })).body).toMatchObject({ role: 'admin', local: true });
    }
  });

  it('does not make the local session either', async () => {
    await using arena = await testArena(LOCAL);
    const { status, headers } = await new Browser(arena.app).get('/api/session', { 'Sec-Fetch-Site': 'cross-site' });
    expect([status, headers.get('set-cookie')]).toEqual([403, null]);
  });
});

describe('a request', () => {
  it('of a megabyte is refused, whether it says its size or not', async () => {
    await using arena = await testArena();
    const ada = await browserOf(arena, 'annotator');
    const prompt = 'x'.repeat(1024 * 1024);
    const told = await ada.post('/api/assignments/none/turns', { token: 't'.repeat(43), prompt });
    expect([told.status, told.body.error?.code]).toEqual([413, 'too-large']);
    const untold = await ada.send('/api/assignments/none/turns', {
      method: 'POST',
      body: ReadableStream.from([new TextEncoder().encode(JSON.stringify({ prompt }))]),
      headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
      duplex: 'half',
    });
    expect([untold.status, untold.body.error?.code]).toEqual([413, 'too-large']);
    const long = await ada.post('/api/assignments/none/turns', { token: 't'.repeat(43), prompt: 'x'.repeat(40_000) });
    expect([long.status, long.body.error?.code]).toEqual([422, 'input-invalid']);
  });

  it('that is no JSON, or names what is not there, is told so without a trace of the inside', async () => {
    await using arena = await testArena();
    const admin = await browserOf(arena, 'admin');
    const answers = [
      await admin.send('/api/keys', { method: 'POST', body: '{', headers: { 'Content-Type': 'application/json' } }),
      await admin.get('/api/nothing'),
      await admin.get('/api/studies/none'),
      await admin.get('/api/audit?limit=-1'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 404, 404, 422]);
    for (const { text } of answers) expect(text).not.toMatch(/\.ts|\.js|node_modules|at \w+ \(|SELECT/);
  });

  it('too many of one key have to wait', async () => {
    await using arena = await testArena({ limits: { caller: { burst: 5, perSecond: 1 } } });
    const viewer = await browserOf(arena, 'viewer');
    const statuses: number[] = [];
    for (let n = 0; n < 7; n++) statuses.push((await viewer.get('/api/session')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    arena.clock.now += 1000;
    expect((await viewer.get('/api/session')).status).toBe(200);
  });

  it('is answered with headers that allow no script, frame or cache', async () => {
    await using arena = await testArena();
    const { headers } = await new Browser(arena.app).get('/api/session');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });
});

describe('the audit log', () => {
  it('has what admins did, the newest first', async () => {
    await using arena = await testArena();
    const admin = await browserOf(arena, 'admin');
    await admin.post('/api/annotators', { pseudonym: 'Grace' });
    await admin.post('/api/keys', { role: 'viewer', label: 'board' });
    const { body } = await admin.get('/api/audit');
    const entries = body['entries'] as { action: string; actor: string; details: string }[];
    expect(entries.map(({ action }) => action)).toEqual(['key-create', 'annotator-invite']);
    expect(JSON.parse(entries[0]?.details ?? '')).toEqual({ role: 'viewer', label: 'board' });
  });
});
