import { describe, expect, test } from 'vitest';
import { readBattles } from '../battles/read/read-battles.js';
import { arenaPath, hasArenaData } from '../testing/arena-data.js';
import { battles } from '../testing/battles.js';
import { exactByJudge } from './exact-by-judge.js';
import { measureAgreementBy } from './measure-agreement-by.js';

/** Votes of judges, some without a name, some repeated, on some of a few items whose sides change. */
function manyVotes() {
  return battles(
    Array.from({ length: 400 }, (_, n) => {
      const judge = (n * 7) % 13;
      const sides = (n * 5) % 3 === 0 ? 'x y' : 'y x';
      const winner = ['model_a', 'model_b', 'tie', 'tie (bothbad)'][(n * n + judge) % 4] ?? 'tie';
      const columns = { question_id: String((n * 11) % 17), turn: String(n % 2) };
      return [`${sides} ${winner}`, judge < 11 ? { ...columns, judge: `judge ${judge}` } : columns] as const;
    }),
  );
}

function oneByOne(table: ReturnType<typeof battles>) {
  const groups = measureAgreementBy(table, undefined, { by: 'judge', rounds: 0 });
  return new Map(
    groups.flatMap(({ value: judge, agreement }) => {
      const { value, count } = agreement.exact;
      return judge === undefined ? [] : [[judge, { value, count }] as const];
    }),
  );
}

test('each judge has the figures of a comparison with all the others', () => {
  const table = manyVotes();
  const found = exactByJudge(table);
  expect(found.size).toBe(11);
  expect(new Set([...found.values()].map(({ value }) => value)).size).toBeGreaterThan(5);
  expect(found).toEqual(oneByOne(table));
});

test('a judge alone on all items has no figure', () => {
  const table = battles([
    ['x y model_a', { judge: 'a', question_id: '1' }],
    ['x y model_a', { judge: 'b', question_id: '2' }],
    ['x y tie', { judge: 'c', question_id: '2' }],
  ]);
  expect(exactByJudge(table).get('a')).toEqual({ value: undefined, count: 0 });
  expect(exactByJudge(table).get('b')).toMatchObject({ value: 0, count: 1 });
});

describe.skipIf(!hasArenaData)('published votes (skipped without ../shared/arena-data)', () => {
  test('of MT-bench give the figures of comparisons one by one', async () => {
    const table = await readBattles(arenaPath('mt-bench-human/human.jsonl'));
    expect(exactByJudge(table)).toEqual(oneByOne(table));
  });
});
