import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArenaStore, type ArenaStore } from '@understudy/store';
import { afterAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { readBattles } from '../battles/read/read-battles.js';
import { importBattles } from './import-battles.js';
import { VOTE_FORMATS, writeVotes, type VoteFormat } from './write-votes.js';

const folder = mkdtempSync(join(tmpdir(), 'understudy-votes-'));
afterAll(() => rmSync(folder, { recursive: true }));

let store: ArenaStore;
let number = 0;
beforeEach(async () => {
  store = await openArenaStore({ path: join(folder, `${number++}.db`) });
});
afterEach(() => store[Symbol.asyncDispose]());

const FILE = `model_a,model_b,winner,judge,question_id,turn,tstamp
x,y,model_a,ada,q1,1,1682351591.5
y,z,tie (bothbad),ben,q1,2,1682351600
z,x,tie,ada,q2,1,1682351700
`;

async function imported(title = 'File', text = FILE) {
  return importBattles(store, await readBattles('votes.csv', { text }), { title, now: 5000 });
}

async function stored(studyId: string) {
  const votes = [];
  for await (const vote of store.votes({ studyId })) votes.push(vote);
  return votes;
}

async function written(studyId: string, format: VoteFormat): Promise<string> {
  let text = '';
  for await (const piece of writeVotes(store, { studyId, format })) text += piece;
  return text;
}

async function times(title: string, text?: string) {
  const { studyId } = await imported(title, text);
  return (await stored(studyId)).map(({ castAt }) => castAt);
}

function failing(): Promise<never> {
  return Promise.reject(new Error('stopped'));
}

describe('battles of a file', () => {
  it('become votes of a study, and models that were not known', async () => {
    const known = {
      id: 'x',
      name: 'X',
      organisation: 'Ours',
      licence: null,
      openWeights: true,
      spec: 'x',
      identity: null,
    };
    const rest = { quantisation: null, system: null, decoding: null, priceIn: null, priceOut: null, retiredAt: null };
    await store.putModels([{ ...known, ...rest }]);
    const { studyId, ...outcome } = await imported();
    expect(outcome).toEqual({ votes: 3, models: 3, isNew: true });
    expect(await store.getStudy(studyId)).toMatchObject({
      title: 'File',
      mode: 'imported',
      versionIds: ['x', 'y', 'z'],
    });
    expect((await store.listModels()).find(({ id }) => id === 'x')).toMatchObject({ name: 'X', organisation: 'Ours' });
    expect(
      (await stored(studyId)).map((v) => [v.firstVersionId, v.secondVersionId, v.outcome, v.turn, v.questionId]),
    ).toEqual([
      ['x', 'y', 'a', 1, 'q1'],
      ['y', 'z', 'both_bad', 2, 'q1'],
      ['z', 'x', 'tie', 1, 'q2'],
    ]);
  });

  it('have the times of the file, whether in seconds or in milliseconds, else that of the import', async () => {
    expect(await times('seconds')).toEqual([1682351591500, 1682351600000, 1682351700000]);
    const line = 'model_a,model_b,winner,tstamp\nx,y,model_a,';
    expect(await times('milliseconds', `${line}1682351591500\n`)).toEqual([1682351591500]);
    expect(await times('date', `${line}2023-04-24T15:53:11.500Z\n`)).toEqual([1682351591500]);
    expect(await times('none', `${line}\n`)).toEqual([5000]);
  });

  it('are imported once under one title, also after an import that stopped between study and votes', async () => {
    const first = await imported();
    expect(await imported()).toEqual({ ...first, isNew: false });
    expect(await stored(first.studyId)).toHaveLength(3);
    await store.closeStudy(first.studyId, 6000);
    expect(await imported()).toEqual({ ...first, isNew: false });
    const broken = new Proxy(store, {
      get: (target, name) => (name === 'importVotes' ? failing : Reflect.get(target, name).bind(target)),
    });
    const table = await readBattles('votes.csv', { text: FILE });
    await expect(importBattles(broken, table, { title: 'Half', now: 5000 })).rejects.toThrow('stopped');
    expect(await imported('Half')).toMatchObject({ votes: 3, isNew: true });
  });

  it('under another title, or other battles under the same one, are another study', async () => {
    const ids = [await imported(), await imported('Other'), await imported('File', FILE.replace('tie,ada', 'tie,ben'))];
    expect(new Set(ids.map(({ studyId }) => studyId)).size).toBe(3);
  });

  it.each(VOTE_FORMATS.filter((format) => format !== 'jsonl'))('come back from a file of %s', async (format) => {
    const { studyId } = await imported();
    const table = await readBattles(format === 'csv' ? 'votes.csv' : 'votes.json', {
      text: await written(studyId, format),
    });
    expect(table.models).toEqual(['x', 'y', 'z']);
    // AlpacaEval has one kind of tie.
    expect([...table.outcome]).toEqual(format === 'alpaca-eval' ? [0, 2, 2] : [0, 3, 2]);
  });

  it('have everything that is kept of them in a file of jsonl', async () => {
    const { studyId } = await imported();
    const lines = (await written(studyId, 'jsonl')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(await stored(studyId));
    await expect(written('nothing', 'jsonl')).rejects.toMatchObject({ code: 'study-unknown' });
  });
});
