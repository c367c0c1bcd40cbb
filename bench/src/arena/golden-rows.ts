import { comparisonsOf, rateBattles, type BattleTable } from '@understudy/arena';
import { agreementWithin, averageWinRates, countPairs } from '@understudy/statistics';
import type { ArenaFiles } from './arena-files.js';
import { single, type PublishedRow } from './published-row.js';

/** Two implementations add in another order; everything else is to be the same. */
const PRECISION = { relative: 1e-12 } as const;
/** Two searches for a maximum end where each finds its gradient small enough: 1e-10 of a strength is 2e-8 points of the Elo scale. */
const SEARCH_PRECISION = { relative: 1e-10 } as const;

/** Nominal alpha of `codings.csv`, as evalica has it. */
const CODINGS_ALPHA = 0.743421052631579;

type Scores = ReadonlyMap<string, number>;

/** The algorithms of evalica's golden files that are ours too, each as evalica scales it. */
const ALGORITHMS: Readonly<Record<string, (battles: BattleTable) => Scores>> = {
  counting: (battles) =>
    scores(rateBattles(battles, { cluster: [] }).models, ({ model, wins, ties }) => [model, wins + ties / 2]),
  average_win_rate: (battles) => {
    const rates = averageWinRates(countPairs(comparisonsOf(battles)));
    return new Map(battles.models.map((model, at) => [model, rates[at] ?? Number.NaN]));
  },
  bradley_terry: (battles) => {
    const strengths = rateBattles(battles, { cluster: [] }).models.map(
      ({ model, rating }) => [model, 10 ** (rating / 400)] as const,
    );
    const sum = strengths.reduce((total, [, strength]) => total + strength, 0);
    return scores(strengths, ([model, strength]) => [model, strength / sum]);
  },
  elo: (battles) =>
    scores(rateBattles(battles, { method: 'elo', k: 4 }).models, ({ model, rating }) => [model, rating]),
};

/** evalica's golden ratings of three sets of votes, and its alpha. */
export async function goldenRows(files: ArenaFiles): Promise<readonly PublishedRow[]> {
  const sets = [
    ['LLMFAO', 'llmfao/crowd-comparisons.csv', 'evalica-golden/llmfao-golden.csv'],
    ['food', 'evalica-golden/food.csv', 'evalica-golden/food-golden.csv'],
    ['simple', 'evalica-golden/simple.csv', 'evalica-golden/simple-golden.csv'],
  ] as const;
  const rows: PublishedRow[] = [];
  for (const [name, votes, golden] of sets) {
    const battles = await files.battles(votes);
    const cells = files.cells(golden, { hasHeader: true });
    for (const [algorithm, score] of Object.entries(ALGORITHMS)) {
      const ours = score(battles);
      const values = cells
        .filter(([of]) => of === algorithm)
        .map(([, item = '', theirs]) => ({ of: item, theirs: Number(theirs), ours: ours.get(item) ?? Number.NaN }));
      const what = algorithm.replaceAll('_', ' ');
      const precision = algorithm === 'bradley_terry' ? SEARCH_PRECISION : PRECISION;
      rows.push({ data: `evalica, ${name}`, what, authority: 'published', precision, values });
    }
  }
  return [...rows, codingsRow(files)];
}

/** A table whose rows are raters and whose columns are items; an empty cell is no label. */
function codingsRow(files: ArenaFiles): PublishedRow {
  const table = files.cells('evalica-golden/codings.csv', { hasHeader: false });
  const cells = table.flatMap((row, rater) =>
    row.flatMap((text, item) => (text === '' ? [] : [{ rater, item, label: Number(text) - 1 }])),
  );
  const column = (of: (cell: (typeof cells)[number]) => number): readonly number[] => cells.map(of);
  const { alpha } = agreementWithin(
    {
      items: Math.max(...table.map((row) => row.length)),
      raters: table.length,
      labels: Math.max(...column(({ label }) => label)) + 1,
      tie: undefined,
      item: Int32Array.from(column(({ item }) => item)),
      rater: Int32Array.from(column(({ rater }) => rater)),
      label: Uint8Array.from(column(({ label }) => label)),
    },
    { rounds: 0 },
  );
  return single(
    { theirs: CODINGS_ALPHA, ours: alpha.value ?? Number.NaN },
    { data: 'evalica, codings', what: "Krippendorff's alpha", authority: 'published', precision: PRECISION },
  );
}

function scores<T>(items: readonly T[], entry: (item: T) => readonly [string, number]): Scores {
  return new Map(items.map(entry));
}
