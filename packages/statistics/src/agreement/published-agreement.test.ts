import { describe, expect, it } from 'vitest';
import { annotate, numbering, type Mark } from '../testing/annotate.js';
import { hasArenaData, readArenaCsv, readArenaFile, readArenaJsonl } from '../testing/arena-rows.js';
import { agreementBetween, agreementWithin, type Agreement } from './agreement.js';

const NO_INTERVALS = { rounds: 0 };
const BATTLE = { labels: ['model_a', 'model_b', 'tie'], tie: 'tie' };

const LLMFAO = { labels: ['left', 'right', 'tie'], tie: 'tie' };

const workerMarks = (file: string): readonly Mark[] =>
  readArenaCsv(`llmfao/${file}`).map(({ id = '', worker = 'judge', winner = '' }) => ({
    item: id,
    rater: worker,
    label: winner,
  }));

function battleMarks(file: string): readonly (Mark & { readonly turn: string })[] {
  return readArenaJsonl(`mt-bench-human/${file}`).map(({ model_a = '', model_b = '', winner = '', ...row }) => {
    const pair = [model_a, model_b].toSorted();
    const swapped = pair[0] !== model_a;
    const turned = { model_a: 'model_b', model_b: 'model_a' }[winner] ?? 'tie';
    const label = winner.startsWith('tie') ? 'tie' : swapped ? turned : winner;
    return {
      item: [row['question_id'], row['turn'], ...pair].join('|'),
      rater: row['judge'] ?? '',
      label,
      turn: row['turn'] ?? '',
    };
  });
}

/** Counts as the paper prints them: agreeing and all pairs. */
function counts({ exact, nonTie }: Agreement): readonly number[] {
  return [exact, nonTie].flatMap(({ value = Number.NaN, count }) => [Math.round(value * count * 1e6) / 1e6, count]);
}

describe.skipIf(!hasArenaData)('agreement on MT-bench (needs ../shared/arena-data)', () => {
  // L. Zheng et al., Judging LLM-as-a-judge, 2023, table 5; the counts and tie-discounted values as recomputed in expected.json.
  it.each([
    ['1', [886, 1343, 727, 859], 0.780715, [454, 721, 388, 479], 0.751734, [280, 428, 218, 262]],
    ['2', [871, 1325, 731, 864], 0.778491, [471, 707, 388, 474], 0.772277, [279, 413, 234, 273]],
  ])('in turn %s is that of table 5', (turn, judge, judgeDiscounted, experts, expertsDiscounted, authors) => {
    const human = battleMarks('human.jsonl').filter((mark) => mark.turn === turn);
    const gpt4 = battleMarks('gpt4_pair.jsonl').filter((mark) => mark.turn === turn);
    const items = numbering([...human, ...gpt4].map(({ item }) => item));
    const by = (who: string) =>
      annotate(
        human.filter(({ rater }) => rater.startsWith(who)),
        { ...BATTLE, items },
      );
    const judged = agreementBetween(annotate(gpt4, { ...BATTLE, items }), by('expert'), NO_INTERVALS);
    expect(counts(judged)).toEqual(judge);
    expect(judged.tieDiscounted.value).toBeCloseTo(judgeDiscounted, 6);
    const within = agreementWithin(by('expert'), NO_INTERVALS);
    expect(counts(within)).toEqual(experts);
    expect(within.tieDiscounted.value).toBeCloseTo(expertsDiscounted, 6);
    expect(counts(agreementBetween(by('author'), by('expert'), NO_INTERVALS))).toEqual(authors);
  });

  it('leaves out the one item that an author labelled twice', () => {
    expect(agreementWithin(annotate(battleMarks('human.jsonl'), BATTLE), NO_INTERVALS).repeated).toBe(1);
  });
});

describe.skipIf(!hasArenaData)('agreement on LLMFAO (needs ../shared/arena-data)', () => {
  it('of workers with each other is that of expected.json', () => {
    const within = agreementWithin(annotate(workerMarks('crowd-comparisons.csv'), LLMFAO));
    expect(within.comparisons).toBe(15_112);
    expect(counts(within)).toEqual([8043, 15_112, 4737, 6755]);
    expect(within.tieDiscounted.value).toBeCloseTo(0.699345, 6);
    expect(within.alpha.value).toBeCloseTo(0.290595104, 9);
    expect(within.kappa.kind).toBe('fleiss');
    // 2,124 items are compared; an item's share has a spread of about 0.3, so that of the mean is about 0.007.
    const { lower = 0, upper = 0 } = within.exact.interval ?? {};
    expect(lower).toBeGreaterThan(0.505);
    expect(lower).toBeLessThan(0.525);
    expect(upper).toBeGreaterThan(0.54);
    expect(upper).toBeLessThan(0.56);
  });

  it.each([
    ['gpt4', [3705, 8931, 3545, 5358], 0.605923],
    ['gpt3', [3355, 8931, 3017, 5019], 0.575747],
  ])('of workers with %s is that of expected.json', (judge, expected, discounted) => {
    const crowd = workerMarks('crowd-comparisons.csv');
    const items = numbering(crowd.map(({ item }) => item));
    const first = annotate(crowd, { ...LLMFAO, items });
    const between = agreementBetween(
      first,
      annotate(workerMarks(`${judge}-crowd-comparisons.csv`), { ...LLMFAO, items }),
      NO_INTERVALS,
    );
    expect(counts(between)).toEqual(expected);
    expect(between.tieDiscounted.value).toBeCloseTo(discounted, 6);
  });
});

it.skipIf(!hasArenaData)('alpha of codings.csv is that of Krippendorff (needs ../shared/arena-data)', () => {
  const rows = readArenaFile('evalica-golden/codings.csv').trimEnd().split('\n');
  const marks = rows.flatMap((row, rater) =>
    row.split(',').flatMap((label, item) => (label === '' ? [] : [{ item: `${item}`, rater: `${rater}`, label }])),
  );
  const alpha = agreementWithin(annotate(marks, { labels: ['1', '2', '3', '4', '5'] }), NO_INTERVALS).alpha;
  expect(alpha.value).toBeCloseTo(0.743421052631579, 14);
  // Of 41 labels one stands alone in its unit.
  expect(alpha.count).toBe(40);
});
