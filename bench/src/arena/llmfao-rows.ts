import { measureAgreement, rateBattles, type BattleAgreement, type BattleTable } from '@understudy/arena';
import { averageRanks, pearsonCorrelation } from '@understudy/statistics';
import type { ArenaFiles } from './arena-files.js';
import { single, type PublishedRow } from './published-row.js';

/** Agreement as `expected.json` has it. */
interface ExpectedAgreement {
  readonly S1_agree: number;
  readonly S1_n: number;
  readonly S2_agree: number;
  readonly S2_n: number;
  readonly tie_discounted: number;
}

interface Expected {
  readonly llmfao: {
    readonly notebook_spearman: Readonly<Record<'human_gpt4' | 'human_gpt3' | 'gpt4_gpt3', number>>;
    readonly human_human: ExpectedAgreement;
    readonly human_vs_gpt4: ExpectedAgreement;
    readonly human_vs_gpt3: ExpectedAgreement;
    readonly krippendorff_alpha_nominal: number;
  };
}

const DATA = 'LLMFAO';
const COLUMNS = { judge: 'worker', question_id: 'id' };

/** LLMFAO's correlations of ratings by humans and models, and how far they agree vote by vote. */
export async function llmfaoRows(files: ArenaFiles): Promise<readonly PublishedRow[]> {
  const human = await files.battles('llmfao/crowd-comparisons.csv', { columns: COLUMNS });
  const [gpt4, gpt3] = await Promise.all(
    (['gpt4', 'gpt3'] as const).map((name) =>
      files.battles(`llmfao/${name}-crowd-comparisons.csv`, { columns: { question_id: 'id' } }),
    ),
  );
  if (gpt4 === undefined || gpt3 === undefined) throw new TypeError('two files were read');
  const { llmfao: expected } = files.expected() as Expected;
  const { notebook_spearman: published } = expected;
  const within = measureAgreement(human, undefined, { rounds: 0 });
  return [
    correlation('humans and GPT-4', [human, gpt4], published.human_gpt4),
    correlation('humans and GPT-3', [human, gpt3], published.human_gpt3),
    correlation('GPT-4 and GPT-3', [gpt4, gpt3], published.gpt4_gpt3),
    ...agreementRows('humans', within, expected.human_human),
    single(
      { theirs: expected.krippendorff_alpha_nominal, ours: within.alpha.value ?? Number.NaN },
      { data: DATA, what: "humans: Krippendorff's alpha", authority: 'recomputed', precision: { decimals: 9 } },
    ),
    ...agreementRows('humans and GPT-4', measureAgreement(human, gpt4, { rounds: 0 }), expected.human_vs_gpt4),
    ...agreementRows('humans and GPT-3', measureAgreement(human, gpt3, { rounds: 0 }), expected.human_vs_gpt3),
  ];
}

/**
 * The notebook's correlation: of ranks by Bradley–Terry, models of the same rating sharing the mean of their places, cut to a whole number
 * (its service casts ranks to integers) and correlated as they are.
 */
function correlation(what: string, tables: readonly [BattleTable, BattleTable], theirs: number): PublishedRow {
  const [first, second] = tables.map((table) => rateBattles(table, { cluster: [] }).models);
  if (first === undefined || second === undefined) throw new TypeError('two tables were rated');
  const names = first.map(({ model }) => model);
  const ranks = [first, second].map((models) => {
    const ratings = new Map(models.map(({ model, rating }) => [model, rating]));
    // Ratings that are the same but for rounding are the same.
    return averageRanks(names.map((name) => Math.round((ratings.get(name) ?? Number.NaN) * 1e6))).map(Math.floor);
  });
  const ours = pearsonCorrelation(ranks[0] ?? [], ranks[1] ?? []);
  return single(
    { theirs, ours },
    { data: DATA, what: `${what}: correlation of ranks`, authority: 'published', precision: { decimals: 6 } },
  );
}

function agreementRows(
  what: string,
  { exact, nonTie, tieDiscounted }: BattleAgreement,
  expected: ExpectedAgreement,
): readonly PublishedRow[] {
  const { value: shareExact = Number.NaN } = exact;
  const { value: shareNonTie = Number.NaN } = nonTie;
  const row = { data: DATA, authority: 'recomputed' } as const;
  return [
    {
      ...row,
      what: `${what}: S1`,
      precision: { decimals: 0 },
      values: [
        { of: 'agreeing', theirs: expected.S1_agree, ours: shareExact * exact.count },
        { of: 'pairs', theirs: expected.S1_n, ours: exact.count },
      ],
    },
    {
      ...row,
      what: `${what}: S2`,
      precision: { decimals: 0 },
      values: [
        { of: 'agreeing', theirs: expected.S2_agree, ours: shareNonTie * nonTie.count },
        { of: 'pairs', theirs: expected.S2_n, ours: nonTie.count },
      ],
    },
    single(
      { theirs: expected.tie_discounted, ours: tieDiscounted.value ?? Number.NaN },
      { ...row, what: `${what}: tie-discounted`, precision: { decimals: 6 } },
    ),
  ];
}
