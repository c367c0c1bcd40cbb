import type { BattleOutcome } from '../battle-outcome.js';
import { winnerLabel } from '../battle-outcome.js';
import type { BattleTable } from '../battle-table.js';
import { textAt } from '../coded-column.js';
import { groupValue } from '../group-value.js';
import { guardFormula } from '../../rows/formula-guard.js';

/** `jsonl` and `fastchat` (one JSON list) have FastChat's fields, `csv` has them as columns, `alpaca-eval` is a JSON list of annotations. */
export const BATTLE_FORMATS = ['jsonl', 'csv', 'fastchat', 'alpaca-eval'] as const;
export type BattleFormat = (typeof BATTLE_FORMATS)[number];

type Fields = readonly (readonly [name: string, value: string | number | null])[];

/** A file of battles piece by piece. What is written can be read again by `readBattles`. */
export function* writeBattles(table: BattleTable, format: BattleFormat): Generator<string> {
  switch (format) {
    case 'jsonl':
      for (const fields of battles(table)) yield `${json(fields)}\n`;
      return;
    case 'csv':
      yield* csv(table);
      return;
    case 'fastchat':
      yield* jsonList(battles(table));
      return;
    case 'alpaca-eval':
      yield* jsonList(annotations(table));
      return;
    default:
      format satisfies never;
  }
}

function* battles(table: BattleTable): Generator<Fields> {
  const { models, first, second, outcome, columns, time } = table;
  for (let row = 0; row < first.length; row += 1) {
    const values = [...columns].flatMap(([name, column]) => {
      const text = textAt(column, row);
      return text === undefined ? [] : [[name, groupValue(text)] as const];
    });
    yield [
      ['model_a', models[first[row]!]!],
      ['model_b', models[second[row]!]!],
      ['winner', winnerLabel(outcome[row]! as BattleOutcome)], // The builder takes no others.
      ...values,
      ...(time === null ? [] : [['tstamp', time[row]!] as const]),
    ];
  }
}

/** AlpacaEval has one kind of tie, and the instruction in place of a question's name. */
function* annotations({ models, first, second, outcome, columns }: BattleTable): Generator<Fields> {
  const instructions = columns.get('question_id');
  const annotators = columns.get('judge');
  for (let row = 0; row < first.length; row += 1) {
    yield [
      ['instruction', (instructions && textAt(instructions, row)) ?? null],
      ['generator_1', models[first[row]!]!],
      ['generator_2', models[second[row]!]!],
      ['annotator', (annotators && textAt(annotators, row)) ?? null],
      ['preference', [1, 2][outcome[row]!] ?? 1.5],
    ];
  }
}

function json(fields: Fields): string {
  return JSON.stringify(Object.fromEntries(fields));
}

function* jsonList(rows: Iterable<Fields>): Generator<string> {
  let separator = '[\n';
  for (const fields of rows) {
    yield separator + json(fields);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

function* csv(table: BattleTable): Generator<string> {
  const names = ['model_a', 'model_b', 'winner', ...table.columns.keys(), ...(table.time === null ? [] : ['tstamp'])];
  yield csvLine(names);
  for (const fields of battles(table)) {
    const values = new Map(fields);
    yield csvLine(names.map((name) => String(values.get(name) ?? '')));
  }
}

/** RFC 4180; no cell is a formula. */
function csvLine(cells: readonly string[]): string {
  return `${cells
    .map(guardFormula)
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\n`;
}
