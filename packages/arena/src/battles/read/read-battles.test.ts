import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DataError, UserError } from '@understudy/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BattleTable } from '../battle-table.js';
import { winnerLabel, type BattleOutcome } from '../battle-outcome.js';
import { textAt } from '../coded-column.js';
import { readBattles, type ReadBattlesOptions } from './read-battles.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-battles-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function read(name: string, content: string | Buffer, options?: ReadBattlesOptions): Promise<BattleTable> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readBattles(path, options);
}

/** The battles as lines, to be looked at. */
function shown(table: BattleTable): readonly string[] {
  return Array.from(table.first, (first, row) => {
    const values = [...table.columns].map(([name, column]) => `${name}=${textAt(column, row)}`);
    const winner = winnerLabel(table.outcome[row] as BattleOutcome);
    return [`${table.models[first]} – ${table.models[table.second[row]!]}: ${winner}`, ...values].join(' ');
  });
}

const BATTLES = [
  { model_a: 'x', model_b: 'y', winner: 'model_a', judge: 'ann', question_id: 81, turn: 1 },
  { model_a: 'y', model_b: 'x', winner: 'model_b', judge: 'bob', question_id: 81, turn: 2 },
  { model_a: 'x', model_b: 'z', winner: 'tie', judge: 'ann', question_id: 82, turn: 1 },
  { model_a: 'x', model_b: 'z', winner: 'tie (bothbad)', judge: 'ann', question_id: 82, turn: 2 },
  { model_a: 'z', model_b: 'y', winner: 'tie (inconsistent)', judge: 'bob', question_id: 82, turn: 2 },
];
const SHOWN = [
  'x – y: model_a judge=ann question_id=81 turn=1',
  'y – x: model_b judge=bob question_id=81 turn=2',
  'x – z: tie judge=ann question_id=82 turn=1',
  'x – z: tie (bothbad) judge=ann question_id=82 turn=2',
  'z – y: tie (inconsistent) judge=bob question_id=82 turn=2',
];
const JSON_LINES = BATTLES.map((battle) => JSON.stringify(battle)).join('\n');
const CSV = [Object.keys(BATTLES[0]!), ...BATTLES.map((battle) => Object.values(battle))].join('\n');

describe('battles are read from', () => {
  test.each([
    ['JSON lines', 'battles.jsonl', JSON_LINES],
    [
      'JSON lines with Windows line ends, a blank line and a byte order mark',
      'b.jsonl',
      `\uFEFF${JSON_LINES.replaceAll('\n', '\r\n\r\n')}\r\n`,
    ],
    ['a JSON list', 'battles.json', JSON.stringify(BATTLES)],
    ['a JSON list over many lines', 'many.json', JSON.stringify(BATTLES, null, 2)],
    ['CSV', 'battles.csv', CSV],
    ['CSV separated by tabs', 'battles.tsv', CSV.replaceAll(',', '\t')],
    ['CSV by its content', 'battles', CSV],
    ['a compressed file', 'battles.csv.gz', gzipSync(CSV)],
  ])('%s', async (_, name, content) => {
    expect(shown(await read(name, content))).toEqual(SHOWN);
  });

  test('CSV with left and right, whose names may be quoted', async () => {
    const csv = 'left,right,winner\n"Alpaca (7B), ""old""","two\nlines",left\nx,"two\nlines",right\nx,y,tie\n';
    expect(shown(await read('sides.csv', csv))).toEqual([
      'Alpaca (7B), "old" – two\nlines: model_a',
      'x – two\nlines: model_b',
      'x – y: tie',
    ]);
  });

  test('columns with names of their own, and further ones that are asked for', async () => {
    const csv = 'id,worker,winner,left,right,language\n7,w1,left,x,y,de\n7,w2,right,x,y,en\n';
    const options = { columns: { judge: 'worker', question_id: 'id' }, keep: ['language'] };
    expect(shown(await read('crowd.csv', csv, options))).toEqual([
      'x – y: model_a judge=w1 question_id=7 language=de',
      'x – y: model_b judge=w2 question_id=7 language=en',
    ]);
  });

  test("AlpacaEval's annotations, where a preference by log-probability is a side and none is no verdict", async () => {
    const annotation = { instruction: 'Say "]}".', generator_1: 'gpt4', generator_2: 'x', annotator: 'judge' };
    const preferences = [1, 2, 1.5, 0, 1.0001, 1.98, null];
    const list = preferences.map((preference) => ({ ...annotation, preference }));
    const table = await read('annotations.json', JSON.stringify(list));
    const winners = ['model_a', 'model_b', 'tie', 'tie', 'model_a', 'model_b'];
    expect(shown(table)).toEqual(winners.map((winner) => `gpt4 – x: ${winner} judge=judge question_id=Say "]}".`));
    expect(table.leftOut.noVerdict).toBe(1);
  });

  test('a JSON list that comes in small pieces, cut within texts and escapes', async () => {
    const text = 'brackets ]}" and \\ signs '.repeat(30_000);
    const list = Array.from({ length: 3 }, (_, n) => ({ ...BATTLES[n], conversation_a: [{ content: text }] }));
    expect(shown(await read('large.json', JSON.stringify(list)))).toEqual(SHOWN.slice(0, 3));
  });
});

test('named models and a model against itself are counted and left out', async () => {
  const rows = [
    { model_a: 'x', model_b: 'x', winner: 'tie' },
    { model_a: 'x', model_b: 'y', winner: 'model_a', anony: false },
    { model_a: 'x', model_b: 'y', winner: 'model_a', anony: true },
  ];
  const table = await read('named.json', JSON.stringify(rows));
  expect(shown(table)).toEqual(['x – y: model_a']);
  expect(table.leftOut).toEqual({ sameModel: 1, notBlind: 1, noVerdict: 0 });
});

const timed = (third: string): string =>
  `left,right,winner,tstamp\nx,y,tie,10.5\nx,y,tie,2024-01-01\nx,y,tie,${third}\n`;

test('times are numbers or dates, and none when a battle has no time', async () => {
  expect((await read('timed.csv', timed('7'))).time).toEqual(Float64Array.of(10.5, Date.UTC(2024, 0, 1), 7));
  expect((await read('untimed.csv', timed(''))).time).toBeNull();
});

describe('an error says where it is:', () => {
  const good = '{"model_a": "x", "model_b": "y", "winner": "tie"}';
  test.each([
    [
      'a wrong label',
      'a.jsonl',
      `${good}\n\n${good.replace('tie', 'left')}`,
      'battle-winner-unknown',
      /a\.jsonl:3: winner is "left"/,
    ],
    [
      'a wrong label of CSV',
      'b.csv',
      'left,right,winner\nx,y,tie\nx,y,model_a\n',
      'battle-winner-unknown',
      /b\.csv:3: winner is "model_a"/,
    ],
    [
      'a wrong label after a quoted line end',
      'q.csv',
      'left,right,winner\n"x\nx",y,tie\nx,y,none\n',
      'battle-winner-unknown',
      /q\.csv:4:/,
    ],
    [
      'a column that is missing',
      'c.jsonl',
      `${good}\n{"model_a": "x", "winner": "tie"}`,
      'battle-column-missing',
      /c\.jsonl:2: there is no column model_b/,
    ],
    [
      'a column of CSV that is missing',
      'd.csv',
      'model_a,model_b\nx,y\n',
      'battle-column-missing',
      /d\.csv:1: there is no column winner/,
    ],
    ['malformed JSON', 'e.jsonl', `${good}\n{"model_a": `, 'battle-file-malformed', /e\.jsonl:2: /],
    ['no JSON object', 'f.jsonl', `${good}\n7`, 'battle-file-malformed', /f\.jsonl:2: this is no JSON object/],
    ['malformed JSON of a list', 'g.json', `[\n${good},\n{"model_a" "x"}]`, 'battle-file-malformed', /g\.json:3: /],
    [
      'a list that does not end',
      'h.json',
      `[${good}`,
      'battle-file-malformed',
      /h\.json:1: the JSON list does not end/,
    ],
    ['something behind a list', 'i.json', `[${good}]\n${good}`, 'battle-file-malformed', /i\.json:2: "\{" where/],
    [
      'too many fields',
      'j.csv',
      'left,right,winner\nx,y,tie,4\n',
      'battle-file-malformed',
      /j\.csv:2: 4 fields where the header has 3/,
    ],
    [
      'two columns of one name',
      's.csv',
      'left,right,winner,left\nx,y,tie,z\n',
      'battle-file-malformed',
      /s\.csv:1: two columns are named left/,
    ],
    [
      'a quote that does not end',
      'k.csv',
      'left,right,winner\nx,"y,tie\nx,y,tie\n',
      'battle-file-malformed',
      /k\.csv:2: a quote does not end/,
    ],
    ['no model', 'l.csv', 'left,right,winner\n,y,tie\n', 'battle-value-wrong', /l\.csv:2: left has no model/],
    [
      'a time that is none',
      'm.csv',
      'left,right,winner,tstamp\nx,y,tie,noon\n',
      'battle-value-wrong',
      /m\.csv:2: tstamp is "noon"/,
    ],
    [
      'a preference out of range',
      'n.json',
      '[{"generator_1":"x","generator_2":"y","preference":3}]',
      'battle-winner-unknown',
      /n\.json:1: preference is 3/,
    ],
    ['text that is not UTF-8', 'o.csv', Buffer.from([0x6c, 0xff, 0xfe]), 'battle-file-malformed', /it is not UTF-8/],
    ['no battles', 'p.csv', 'left,right,winner\n', 'battle-file-empty', /it has no battles/],
    ['nothing at all', 'q.jsonl', '\n', 'battle-file-empty', /it has no battles/],
  ])('%s', async (_, name, content, code, message) => {
    const error: unknown = await read(name, content).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DataError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) as string });
  });

  test('a column that --columns names and the file does not have', async () => {
    await expect(read('r.csv', 'left,right,winner\nx,y,tie\n', { columns: { judge: 'worker' } })).rejects.toThrow(
      /r\.csv:1: there is no column worker/,
    );
  });

  test('a file that is not there is the user’s to mend', async () => {
    await expect(readBattles(join(folder, 'none.csv'))).rejects.toBeInstanceOf(UserError);
  });
});

test('text that came by another way is read as the file would be, and errors name the file and the line', async () => {
  const text = `\uFEFF${BATTLES.map((battle) => JSON.stringify(battle)).join('\n')}\n`;
  expect(shown(await readBattles('votes.jsonl', { text }))).toEqual(shown(await read('same.jsonl', text)));
  const wrong = 'left,right,winner\nx,y,left\nx,y,me\n';
  await expect(readBattles('votes.csv', { text: wrong })).rejects.toThrow('votes.csv:3: winner is "me"');
  await expect(readBattles('votes.csv', { text: '' })).rejects.toMatchObject({ code: 'battle-file-empty' });
});
