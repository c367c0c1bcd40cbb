import { gunzipSync } from 'node:zlib';
import { readCatalog } from '@understudy/catalog';
import { describe, expect, it } from 'vitest';
import { makeAnnotator, makeKey, testArena } from '../../testing/arena-fixture.js';
import { testBoard } from '../../testing/board-fixture.js';
import { LeaderboardBody } from './schema.js';

const { cards } = await readCatalog();
const SMALL = testBoard({ models: 3, columns: 8 }, cards);

/** A server with this board, and whoever may ask it. */
async function serve(board = SMALL) {
  let current = board;
  const arena = await testArena({ leaderboard: () => Promise.resolve(current) });
  const key = await makeKey(arena, 'viewer');
  const ask = (headers: Readonly<Record<string, string>> = {}) =>
    arena.app.request('/api/leaderboard', { headers: { Authorization: `Bearer ${key}`, ...headers } });
  return {
    [Symbol.asyncDispose]: () => arena[Symbol.asyncDispose](),
    ask,
    change: (next: typeof board) => {
      current = next;
    },
  };
}

describe('the leaderboard', () => {
  it('has every number with its interval, count and run, and of the cards what is shown and filtered by', async () => {
    await using served = await serve();
    const body = LeaderboardBody.parse(await (await served.ask()).json());
    expect(body.columns.map(({ key }) => key)).toEqual(SMALL.columns.map(({ key }) => key));
    for (const [place, row] of body.rows.entries()) {
      const wanted = SMALL.rows[place];
      expect(row.model.card).toBe(wanted?.model.card?.id);
      expect(row.model.languages).toEqual(wanted?.model.card?.languages.value);
      for (const [at, cell] of row.cells.entries()) {
        const original = wanted?.cells[at];
        expect(cell).toMatchObject({ column: original?.column, value: original?.value, runId: original?.runId });
        expect(cell.lower).toBeCloseTo(original?.lower ?? Number.NaN, 5);
        expect(cell.upper).toBeCloseTo(original?.upper ?? Number.NaN, 5);
      }
    }
  });

  it('says what a source says of contamination once, with its source, and nothing of what was not checked', async () => {
    await using served = await serve();
    const body = LeaderboardBody.parse(await (await served.ask()).json());
    expect(body.findings).toEqual([
      expect.objectContaining({ finding: 'contaminated', sources: ['arxiv:0000.00000'] }),
    ]);
    const marked = body.rows.flatMap(({ cells }) => cells).filter(({ findings }) => findings.length > 0);
    expect(marked.map(({ column }) => column)).toEqual(['task-0-k']);
  });

  it('is sent compressed, and not again to whoever has it, until it changes', async () => {
    await using served = await serve();
    const first = await served.ask({ 'Accept-Encoding': 'gzip, br' });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    const text = gunzipSync(new Uint8Array(await first.arrayBuffer())).toString();
    expect(text).toBe(await (await served.ask()).text());
    const etag = first.headers.get('etag') ?? '';
    const again = await served.ask({ 'If-None-Match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    served.change(testBoard({ models: 2, columns: 8 }, cards));
    const changed = await served.ask({ 'If-None-Match': etag });
    expect([changed.status, LeaderboardBody.parse(await changed.json()).rows.length]).toEqual([200, 2]);
  });

  it('stays small: 200 models in 60 columns come in less than 400 KB', async () => {
    await using served = await serve(testBoard({ models: 200, columns: 60 }, cards));
    const response = await served.ask({ 'Accept-Encoding': 'gzip' });
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(400_000);
  });

  it('is for whoever has a key, annotators too', async () => {
    await using arena = await testArena({ leaderboard: () => Promise.resolve(SMALL) });
    const annotator = await makeAnnotator(arena, 'ann');
    const ask = (headers: Record<string, string>) => arena.app.request('/api/leaderboard', { headers });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ Authorization: `Bearer ${annotator}` })).status).toBe(200);
  });
});
