import { describe, expect, it } from 'vitest';
import { makeRun, makeSample, makeSession, makeTask } from '@understudy/store/testing';
import type { Site } from '../site/load-site.js';
import { makeKey, testArena, type TestArena } from '../testing/arena-fixture.js';
import { testBoard } from '../testing/board-fixture.js';
import { publishSite } from './publish-site.js';
import { PUBLISHER } from './publisher.js';

const INDEX = '<html><head><link href="/icon.svg"/></head><body><script src="/assets/a.js"></script></body></html>';
const SITE: Site = { files: new Map(), index: INDEX };

async function published(arena: TestArena, studies?: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, bytes } of publishSite(arena.app, SITE, { studies })) {
    files.set(path, new TextDecoder().decode(bytes));
  }
  return files;
}

const answers = (files: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
  (JSON.parse(files.get('data/index.json') ?? '') as { requests: Readonly<Record<string, string>> }).requests;

/** Votes from a file, and a study that goes on; gives its id. */
async function fill(arena: TestArena): Promise<string> {
  const headers = { Authorization: `Bearer ${await makeKey(arena, 'admin')}`, 'Content-Type': 'application/json' };
  const write = async (path: string, json: object): Promise<Readonly<Record<string, string>>> => {
    const response = await arena.app.request(path, { method: 'POST', headers, body: JSON.stringify(json) });
    return (await response.json()) as Readonly<Record<string, string>>;
  };
  const battles = ['model_a', 'model_b', 'model_a', 'tie']
    .map((winner, n) =>
      JSON.stringify({ model_a: 'oak', model_b: 'elm', winner, judge: `person-${n}`, question_id: n }),
    )
    .join('\n');
  await write('/api/import', { format: 'battles', title: 'Trees', text: battles });
  const versionIds = ['zephyrine-7b', 'obsidian-70b'];
  const study = await write('/api/studies', { title: 'Goes on', mode: 'study', questionSetId: 'small', versionIds });
  await write(`/api/studies/${study['id'] ?? ''}/open`, {});
  return study['id'] ?? '';
}

describe('a published site', () => {
  it('has closed studies only, unless one is named, and nothing of those who voted', async () => {
    await using arena = await testArena({ leaderboard: () => Promise.resolve(testBoard({ models: 2, columns: 4 })) });
    const open = await fill(arena);
    const files = await published(arena);
    const all = [...files.values()].join('\n');
    expect(all).toContain('Trees');
    expect(all).not.toMatch(/Goes on|person-|zephyrine/);
    expect(JSON.parse(files.get(`data/${answers(files)['/api/overview'] ?? ''}`) ?? '')).toMatchObject({
      studies: 1,
      votes: 4,
    });
    const agreement = Object.keys(answers(files)).filter((request) => request.startsWith('/api/agreement'));
    expect(agreement).not.toEqual([]);
    for (const request of agreement) {
      expect(JSON.parse(files.get(`data/${answers(files)[request] ?? ''}`) ?? '')).toMatchObject({ raters: [] });
    }
    const named = await published(arena, [open]);
    expect(Object.keys(answers(named))).toContain(`/api/ratings?study=${open}`);
    expect([...named.values()].join('\n')).not.toContain('Trees');
    await expect(published(arena, ['no-such'])).rejects.toMatchObject({ code: 'study-unknown' });
  });

  it('has an answer to each request of its index, and is the same each time', async () => {
    await using arena = await testArena({ leaderboard: () => Promise.resolve(testBoard({ models: 2, columns: 4 })) });
    await fill(arena);
    const files = await published(arena);
    for (const file of Object.values(answers(files))) expect(files.has(`data/${file}`)).toBe(true);
    expect(new Set(Object.values(answers(files))).size).toBe(Object.keys(answers(files)).length);
    expect(await published(arena)).toEqual(files);
    expect(arena.errors).toEqual([]);
  });

  it('has runs without where they were made: no folder, no server, no words of an error, no command', async () => {
    await using arena = await testArena({ leaderboard: () => Promise.resolve(testBoard({ models: 2, columns: 4 })) });
    const address = 'http://gpu-box.lan:8000/v1';
    const server = { address, model: 'secret-7b', notes: ['gpu-box.lan has 80 GB.'] };
    const run = makeRun({
      model: `${address}#secret-7b`,
      identity: `${address}#secret-7b = other`,
      engine: { scoring: { identity: `${address}#secret-7b`, server } },
      settings: {
        scoring: { reason: 'It has 80 GB.', server },
        chatTemplate: { name: '/home/ada/My Templates/a.jinja' },
      },
      command: { line: 'understudy eval --model gpu-box.lan --api_key sk-1' },
    });
    const { id } = await arena.runs.createRun(run);
    await arena.runs.addTask(id, makeTask());
    await arena.runs.appendBatch({ runId: id, samples: [makeSample(0)], responses: [] });
    const error = { code: 'remote-unreachable', message: 'connect ECONNREFUSED gpu-box.lan:8000' };
    await arena.runs.finishRun(id, makeSession({ status: 'failed', error }));
    const going = await arena.runs.createRun(makeRun({ model: 'not-yet' }));
    const files = await published(arena);
    const found = [...files].filter(([, text]) => /gpu-box|My Templates|ECONNREFUSED|What is 0 and one/.test(text));
    expect(found.map(([path]) => path)).toEqual([]);
    expect([...files].filter(([, text]) => text.includes(going.id)).map(([path]) => path)).toEqual([]);
    const body = (request: string): unknown => JSON.parse(files.get(`data/${answers(files)[request] ?? ''}`) ?? '');
    expect(body(`/api/runs/${id}`)).toMatchObject({
      run: { model: 'server-1#secret-7b', identity: 'server-1#secret-7b = other' },
      command: {},
      settings: { scoring: { server: { model: 'secret-7b' } }, chatTemplate: { name: '…/a.jinja' } },
      sessions: [{ error: { code: 'remote-unreachable', message: 'remote-unreachable' } }],
    });
    expect(body('/api/runs')).toMatchObject({ runs: [{ model: 'server-1#secret-7b' }] });
    // What the catalog says stays as it is, with its sources.
    for (const request of Object.keys(answers(files)).filter((each) => each.startsWith('/api/catalog/'))) {
      const response = await arena.app.request(request, {}, { caller: PUBLISHER });
      expect(body(request)).toEqual(await response.json());
    }
  });

  it('finds its files beside itself, and forbids everything else', async () => {
    await using arena = await testArena();
    const index = (await published(arena)).get('index.html') ?? '';
    expect(index).toContain('href="./icon.svg"');
    expect(index).toContain('src="./assets/a.js"');
    expect(index).toContain('<meta name="understudy-site" content="static" />');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(index)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
  });

  it('is asked for by who nobody outside can be', async () => {
    await using arena = await testArena();
    const outside = await arena.app.request('/api/leaderboard', { headers: { caller: '{"role":"admin"}' } });
    expect(outside.status).toBe(401);
    const inside = await arena.app.request(
      '/api/keys',
      {},
      { caller: { role: 'viewer', annotator: null, actor: 'publisher', csrf: null, sessionHash: null } },
    );
    expect(inside.status).toBe(403);
  });
});
