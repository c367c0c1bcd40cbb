import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BATTLE_OUTCOMES, INCONSISTENT, isTie } from '../battle-outcome.js';
import { BattleTableBuilder } from '../battle-table-builder.js';
import type { BattleTable } from '../battle-table.js';
import { readBattles } from '../read/read-battles.js';
import { writeBattles, type BattleFormat } from './write-battles.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-battles-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const text = fc.string({ minLength: 1, unit: 'grapheme' }).map((value) => value.replaceAll('\r', ' '));
const battle = fc
  .record({
    first: text,
    second: text,
    outcome: fc.constantFrom(...BATTLE_OUTCOMES),
    values: fc.tuple(text, text, fc.constantFrom('1', '2')),
    time: fc.nat(),
  })
  .filter(({ first, second }) => first !== second);

async function readBack(table: BattleTable, format: BattleFormat): Promise<BattleTable> {
  const path = join(folder, format === 'csv' ? 'battles.csv' : 'battles.json');
  writeFileSync(path, [...writeBattles(table, format)].join(''));
  return readBattles(path);
}

test.each(['jsonl', 'csv', 'fastchat'] as const)('what is written as %s is read as it was', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.array(battle, { minLength: 1, maxLength: 20 }), async (battles) => {
      const builder = new BattleTableBuilder(['judge', 'question_id', 'turn']);
      battles.forEach((one) => builder.add(one));
      const table = builder.build();
      expect(await readBack(table, format)).toEqual(table);
    }),
    { numRuns: 50 },
  );
});

test("AlpacaEval's annotations keep all but the kinds of tie, turn and time", async () => {
  const builder = new BattleTableBuilder(['judge', 'question_id']);
  for (const outcome of BATTLE_OUTCOMES) {
    builder.add({ first: 'x', second: 'y', outcome, values: ['gpt-4', 'Why?'], time: Number.NaN });
  }
  const table = builder.build();
  const back = await readBack(table, 'alpaca-eval');
  expect(back).toEqual({ ...table, outcome: table.outcome.map((code) => (isTie(code) ? 2 : code)) });
  expect(table.outcome).toContain(INCONSISTENT);
});
