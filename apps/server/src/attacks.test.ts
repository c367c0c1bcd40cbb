import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { AssignmentBody } from './api/voting/schema.js';
import type { FreeModel } from './free/free-model.js';
import { MaskedText } from './free/masked-text.js';
import { OpenStreams, STREAMS_PER_PERSON } from './free/open-streams.js';
import { prepareFreeStudy } from './free/prepare-free-study.js';
import { loadSite } from './site/load-site.js';
import { startServer } from './start-server.js';
import { makeAnnotator, makeKey, MODELS, testArena, type TestArena } from './testing/arena-fixture.js';
import { Browser, type Answer } from './testing/browser.js';
import { collect } from './testing/collect.js';

// Attacks beyond those in the tests of the rooms; docs/arena-security.md lists all of them.

const design = { votesPerItem: 2, items: null, overlap: 1, goldEvery: 0, seed: 7 };

async function adminOf(arena: TestArena): Promise<Browser> {
  const admin = new Browser(arena.app);
  await admin.signIn(await makeKey(arena, 'admin'));
  return admin;
}

async function openStudy(arena: TestArena, change: object = {}, known: object = {}): Promise<string> {
  const admin = await adminOf(arena);
  const study = { title: 'A study', mode: 'study', questionSetId: 'small', versionIds: MODELS, design, ...change };
  const id = String((await admin.post('/api/studies', study)).body['id']);
  expect((await admin.post(`/api/studies/${id}/open`, known)).status).toBe(200);
  return id;
}

async function annotatorOf(arena: TestArena, pseudonym = 'ada'): Promise<Browser> {
  const browser = new Browser(arena.app);
  await browser.signIn(await makeAnnotator(arena, pseudonym));
  return browser;
}

const next = async (browser: Browser, studyId: string): Promise<AssignmentBody> =>
  (await browser.post('/api/assignments/next', { studyId })).body['assignment'] as AssignmentBody;

const vote = (browser: Browser, { id, token }: AssignmentBody, outcome = 'a') =>
  browser.post(`/api/assignments/${id}/vote`, { token, outcome });

const codeOf = ({ status, body }: Answer) => [status, body.error?.code];

describe('a vote', () => {
  it('is one, however many requests at once carry its token', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const ada = await annotatorOf(arena);
    const given = await next(ada, studyId);
    const sent = await Promise.all(
      Array.from({ length: 60 }, (_, n) => vote(ada, given, ['a', 'b', 'tie', 'both_bad', 'skip'][n % 5])),
    );
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
    expect(sent.filter(({ body }) => body['repeated'] === false)).toHaveLength(1);
    expect(new Set(sent.map(({ body }) => JSON.stringify([body['voteId'], body['outcome']]))).size).toBe(1);
    expect(await collect(arena.store.votes({ studyId, withInvalid: true }))).toHaveLength(1);
  });

  it('has one pair, however many are asked for at once, and only the token given last', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const ada = await annotatorOf(arena);
    const given = await Promise.all(Array.from({ length: 20 }, () => next(ada, studyId)));
    expect(new Set(given.map(({ id }) => id)).size).toBe(1);
    const statuses = (await Promise.all(given.map((one) => vote(ada, one)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 403)).toHaveLength(19);
  });

  it('is not taken when its time is over; the place is somebody else’s then', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena, { design: { ...design, votesPerItem: 1, items: 3 } });
    const [ada, ben] = [await annotatorOf(arena), await annotatorOf(arena, 'ben')];
    const given = await next(ada, studyId);
    arena.clock.now = given.expiresAt;
    expect(codeOf(await vote(ada, given))).toEqual([410, 'assignment-expired']);
    for (let n = 0; n < 3; n += 1) expect((await vote(ben, await next(ben, studyId))).status).toBe(200);
    expect(codeOf(await vote(ada, given))).toEqual([410, 'assignment-expired']);
    expect(await collect(arena.store.votes({ studyId }))).toHaveLength(3);
  });

  it('is either taken back or revealed, never both, when both are asked for at once', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const ada = await annotatorOf(arena);
    for (let n = 0; n < 10; n += 1) {
      const path = `/api/votes/${String((await vote(ada, await next(ada, studyId))).body['voteId'])}`;
      const asks = [() => ada.post(`${path}/undo`), () => ada.get(`${path}/reveal?next=1`)];
      if (n % 2 === 1) asks.reverse();
      const statuses = (await Promise.all(asks.map((ask) => ask()))).map(({ status }) => status);
      expect(new Set(statuses)).toEqual(new Set([200, 409]));
    }
  });

  it('carries a script in its comment as text, and no field of its own invention', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const ada = await annotatorOf(arena);
    const { id, token } = await next(ada, studyId);
    const forged = { annotatorId: 'local', voteId: 'mine', castAt: 0, swapped: true, kind: 'gold' };
    const comment = '<script>alert(1)</script>';
    const { status, body } = await ada.post(`/api/assignments/${id}/vote`, { token, outcome: 'a', comment, ...forged });
    expect([status, body['voteId'] === ('mine' as never)]).toEqual([200, false]);
    const [stored] = await collect(arena.store.votes({ studyId }));
    expect(stored).toMatchObject({ kind: 'regular', castAt: arena.clock.now });
    expect(stored?.annotatorId).not.toBe('local');
    expect((await arena.store.getVote(String(body['voteId'])))?.vote.comment).toBe(comment);
  });
});

describe('before the vote', () => {
  it('nothing is told by a gold item: number of items left, progress, shape and headers are those of any other', async () => {
    await using arena = await testArena();
    const item = { firstVersionId: MODELS[1], secondVersionId: MODELS[2], explanation: 'It is right.' };
    const gold = [0, 1, 2].map((number) => ({ ...item, questionId: `small/${number}`, expected: 'b' }));
    const studyId = await openStudy(arena, { design: { ...design, goldEvery: 2 } }, { gold });
    const ada = await annotatorOf(arena);
    const shapes = new Set<string>();
    const lefts: number[] = [];
    for (;;) {
      const listed = await ada.get(`/api/studies/${studyId}`);
      const answer = await ada.post('/api/assignments/next', { studyId });
      const { left } = answer.body['progress'] as { left: number };
      lefts.push(left);
      expect(listed.body['mine']).toMatchObject({ left, done: lefts.length - 1 });
      const given = answer.body['assignment'] as AssignmentBody | null;
      if (given === null) break;
      const cast = await vote(ada, given);
      const keys = [Object.keys(given), Object.keys(cast.body), [...answer.headers.keys()], [...cast.headers.keys()]];
      shapes.add(JSON.stringify([keys, given.kind, cast.body['feedback'], given.undoSeconds]));
    }
    expect(shapes.size).toBe(1);
    expect(lefts).toEqual(Array.from(lefts, (_, n) => lefts.length - 1 - n));
    expect((await collect(arena.store.votes({ studyId }))).filter(({ kind }) => kind === 'gold')).toHaveLength(3);
  });

  it('the progress of the whole study does not move with every single vote', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const ada = await annotatorOf(arena);
    const seen = new Set<string>();
    for (let n = 0; n < 8; n += 1) {
      await vote(ada, await next(ada, studyId));
      seen.add(JSON.stringify((await ada.get(`/api/studies/${studyId}`)).body['progress']));
    }
    expect(seen.size).toBe(1);
  });

  it('ids and tokens have no order, and neither side is always the first of the plan', async () => {
    await using arena = await testArena();
    const studyId = await openStudy(arena);
    const ada = await annotatorOf(arena);
    const given: AssignmentBody[] = [];
    for (let n = 0; n < 12; n += 1) {
      const one = await next(ada, studyId);
      given.push(one);
      await vote(ada, one);
    }
    for (const one of given)
      expect([one.id, one.token]).toEqual([expect.stringMatching(/^[\w-]{22}$/), expect.stringMatching(/^[\w-]{43}$/)]);
    const places = given.map(({ answers }) =>
      [answers?.a, answers?.b].map((turns) => /Reply (\d)/.exec(String(turns))?.[1]),
    );
    const isRising = places.map(([a = '', b = '']) => a < b);
    expect(new Set(isRising)).toEqual(new Set([true, false]));
  });
});

describe('a flood', () => {
  it('of wrong keys at once is looked at no more often than one after the other', async () => {
    await using arena = await testArena();
    const eve = new Browser(arena.app);
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => eve.signIn(`wrong-${n}`)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect((await arena.store.audit({ limit: 500 })).filter(({ action }) => action === 'key-refused')).toHaveLength(10);
  });

  it('of wrong keys is not parted by invented addresses', async () => {
    await using arena = await testArena();
    const eve = new Browser(arena.app);
    const statuses: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const address = { 'X-Forwarded-For': `10.0.0.${n}`, Forwarded: `for=10.0.0.${n}`, 'X-Real-IP': `10.0.0.${n}` };
      statuses.push((await eve.post('/api/session', { key: `wrong-${n}` }, address)).status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  });

  it('behind a proxy that is trusted is told by what the proxy adds last, not by what the client wrote', async () => {
    await using arena = await testArena({ access: { isLocal: false, publicUrl: undefined, trustsProxy: true } });
    const eve = new Browser(arena.app);
    const statuses: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const from = { 'X-Forwarded-For': `10.0.0.${n}, 203.0.113.9` };
      statuses.push((await eve.post('/api/session', { key: `wrong-${n}` }, from)).status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    const other = await eve.post('/api/session', { key: 'wrong' }, { 'X-Forwarded-For': '203.0.113.10' });
    expect(other.status).toBe(401);
  });

  it('of streams is limited for each person', () => {
    const open = new OpenStreams();
    const leave = Array.from({ length: STREAMS_PER_PERSON }, () => open.enter('ada'));
    expect(() => open.enter('ada')).toThrow('At most');
    open.enter('ben');
    leave[0]?.();
    open.enter('ada');
    expect(() => open.enter('ada')).toThrow('At most');
  });

  it('of words by a model does not stop the server: each is searched for names once', () => {
    // Searched at every piece, this took minutes.
    const masked = new MaskedText(['zephyrine-7b']);
    let shown = '';
    for (let n = 0; masked.text.length < 100_000; n += 1) {
      masked.append(n % 3 === 0 ? 'I am Claude. ' : 'Claude ');
      shown += masked.show(masked.ready);
    }
    masked.end();
    shown += masked.show(masked.ready);
    expect(shown).not.toContain('Claude');
    expect(shown).toContain('▇');
  });
});

describe('a request', () => {
  it.each([
    ['arrays in arrays', '['.repeat(100_000)],
    ['whole arrays in arrays', `${'['.repeat(60_000)}${']'.repeat(60_000)}`],
    ['objects in objects', `{"token":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
    ['a number without an end', `{"token":1${'0'.repeat(200_000)}}`],
    ['a key that is every object’s', '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}'],
    ['a lone surrogate and NUL', '{"token":"\\ud800\\u0000","outcome":"a"}'],
  ])('of %s is refused as any other', async (_, body) => {
    await using arena = await testArena();
    const ada = await annotatorOf(arena);
    const headers = { 'Content-Type': 'application/json' };
    for (const path of ['/api/assignments/next', '/api/assignments/none/vote', '/api/session']) {
      const { status } = await ada.send(path, { method: 'POST', body, headers });
      expect([400, 422]).toContain(status);
    }
    expect(({} as { role?: string }).role).toBeUndefined();
    expect(arena.errors).toEqual([]);
    expect((await ada.get('/api/session')).body).toMatchObject({ role: 'annotator' });
  });

  it('that fails inside tells the client nothing of why', async () => {
    const arena = await testArena();
    const ada = await annotatorOf(arena);
    await arena.store[Symbol.asyncDispose]();
    const { status, text: body } = await ada.post('/api/assignments/next', { studyId: 'x' });
    expect(status).toBe(500);
    expect(body).not.toMatch(/sqlite|kysely|select|\.js|\.ts|node_modules| at /i);
  });

  it.each(['next\nline', '\u001b[2Jcleared', 'bell\u0007', 'c1\u009b31m'])(
    'cannot give people, keys or studies a name like %j, which would move the cursor of whoever lists them',
    async (name) => {
      await using arena = await testArena();
      const admin = await adminOf(arena);
      const study = { title: name, mode: 'study', questionSetId: 'small', versionIds: MODELS };
      const tries = [
        await admin.post('/api/annotators', { pseudonym: name }),
        await admin.post('/api/keys', { role: 'viewer', label: name }),
        await admin.post('/api/studies', study),
        await admin.post('/api/import', { format: 'csv', title: name, text: 'left,right,winner\na,b,left\n' }),
      ];
      expect(tries.map(codeOf)).toEqual(tries.map(() => [422, 'input-invalid']));
    },
  );
});

describe('a file', () => {
  it('of votes has no cell that a spreadsheet would calculate, and says the same when it is read again', async () => {
    await using arena = await testArena();
    const admin = await adminOf(arena);
    const rows = ['=HYPERLINK("https://evil.example"),+1+cmd|x,left', '@SUM(A1),-2+3,right'];
    const lines = rows.map((row, n) => {
      const [left = '', right = '', winner = ''] = row.split(',');
      return [left, right, winner, `=${n}`].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    });
    const csv = ['left,right,winner,judge', ...lines, ''].join('\n');
    const { body } = await admin.post('/api/import', { format: 'csv', title: 'Evil', text: csv });
    const exported = await admin.get(`/api/export?study=${String(body['studyId'])}&format=csv`);
    expect(exported.status).toBe(200);
    const cells = exported.text.split('\n').slice(1).join(',').split(',');
    expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(exported.text).toContain("'=HYPERLINK");
    expect(exported.headers.get('content-disposition')).toContain('attachment');
    const again = await admin.post('/api/import', { format: 'csv', title: 'Again', text: exported.text });
    const study = await arena.store.getStudy(String(again.body['studyId']));
    expect(study.versionIds).toContain('=HYPERLINK("https://evil.example")');
  });

  it('outside of the built pages cannot be asked for', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'understudy-site-'));
    try {
      await mkdir(join(folder, 'site', 'assets'), { recursive: true });
      await writeFile(join(folder, 'site', 'index.html'), '<head></head>page');
      await writeFile(join(folder, 'site', 'assets', 'app.js'), 'app');
      await writeFile(join(folder, 'site', 'assets', 'app.js.map'), 'the source');
      await writeFile(join(folder, 'secret.txt'), 'the secret');
      await using arena = await testArena({ site: await loadSite(join(folder, 'site')) });
      const server = await startServer({ app: arena.app, host: '127.0.0.1', port: 0 });
      const ask = async (path: string): Promise<string> => {
        const socket = connect(server.port, '127.0.0.1');
        socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
        return text(socket);
      };
      const paths = [
        '/../secret.txt',
        '/assets/../../secret.txt',
        '/%2e%2e/secret.txt',
        '/..%2fsecret.txt',
        '//secret.txt',
      ];
      const more = [
        '/assets/..%2f..%2fsecret.txt',
        '/..\\secret.txt',
        '/%5c..%5csecret.txt',
        '/secret.txt%00.js',
        'file:///secret.txt',
      ];
      for (const path of [...paths, ...more, join(folder, 'secret.txt'), '/assets/app.js.map']) {
        const answer = await ask(path);
        expect(answer).not.toMatch(/the secret|the source/);
        expect(answer).toMatch(/^HTTP\/1\.1 [24]0/);
      }
      expect(await ask('/assets/app.js')).toContain('app');
      await server.stop();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

async function* greet(): AsyncGenerator<string> {
  yield 'Hello. <img src=x onerror=alert(1)>';
}

/** Says nothing for as long as it may. */
async function* ponder(signal: AbortSignal): AsyncGenerator<string> {
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
  yield '';
}

async function freeArena(words: (signal: AbortSignal) => AsyncIterable<string> = greet, signal?: AbortSignal) {
  let asked = 0;
  const freeModels: FreeModel[] = MODELS.slice(0, 2).map((versionId) => ({
    versionId,
    answer: (_messages, ended) => {
      asked += 1;
      return words(ended);
    },
  }));
  const arena = await testArena({ freeModels, signal });
  const models = (await arena.store.listModels()).filter(({ id }) => id !== MODELS[2]);
  await prepareFreeStudy(arena.store, models, { title: 'Free', now: arena.clock.now });
  const [study] = await arena.store.listStudies();
  return { arena, studyId: study?.id ?? '', asked: () => asked };
}

describe('a free conversation', () => {
  it('is over with the vote: whoever knows the names asks no more', async () => {
    const { arena, studyId, asked } = await freeArena();
    await using _ = arena;
    const ada = await annotatorOf(arena);
    const { id, token } = await next(ada, studyId);
    const ask = () => ada.post(`/api/assignments/${id}/turns`, { token, prompt: 'Hello?' });
    expect((await ask()).status).toBe(202);
    await ada.get(`/api/assignments/${id}/stream?turn=1`);
    const { body } = await vote(ada, { id, token } as AssignmentBody);
    await ada.get(`/api/votes/${String(body['voteId'])}/reveal?next=1`);
    expect(codeOf(await ask())).toEqual([409, 'conversation-ended']);
    expect(asked()).toBe(2);
  });

  it('is watched by a few streams at once and no more', async () => {
    const ending = new AbortController();
    const { arena, studyId } = await freeArena(ponder, ending.signal);
    await using _ = arena;
    const ada = await annotatorOf(arena);
    const { id, token } = await next(ada, studyId);
    expect((await ada.post(`/api/assignments/${id}/turns`, { token, prompt: 'Hello?' })).status).toBe(202);
    const path = `/api/assignments/${id}/stream?turn=1`;
    const watched = Array.from({ length: STREAMS_PER_PERSON }, () => ada.get(path));
    expect(codeOf(await ada.get(path))).toEqual([429, 'too-many-streams']);
    ending.abort();
    expect((await Promise.all(watched)).map(({ status }) => status)).toEqual(Array(STREAMS_PER_PERSON).fill(200));
    expect((await ada.get(path)).text).toContain('event: failed');
  });

  it('is watched by nobody else, admins neither', async () => {
    const { arena, studyId } = await freeArena();
    await using _ = arena;
    const [ada, eve, admin] = [await annotatorOf(arena), await annotatorOf(arena, 'eve'), await adminOf(arena)];
    const { id, token } = await next(ada, studyId);
    await ada.post(`/api/assignments/${id}/turns`, { token, prompt: 'Hello?' });
    for (const other of [eve, admin]) {
      expect((await other.get(`/api/assignments/${id}/stream?turn=1`)).status).toBe(404);
      expect((await other.post(`/api/assignments/${id}/turns`, { token, prompt: 'And me?' })).status).toBe(404);
    }
    expect((await new Browser(arena.app).get(`/api/assignments/${id}/stream?turn=1`)).status).toBe(401);
    // What a model wrote is sent as it is, as data of an event stream; the page is what makes it harmless.
    const watched = await ada.get(`/api/assignments/${id}/stream?turn=1`);
    expect(watched.headers.get('content-type')).toContain('text/event-stream');
    expect(watched.headers.get('x-content-type-options')).toBe('nosniff');
    expect(watched.text).toContain('event: done');
  });
});
