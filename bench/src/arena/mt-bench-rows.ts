import { INCONSISTENT, measureAgreementBy, type BattleTable, type MeasureAgreementOptions } from '@understudy/arena';
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
  readonly mt_bench: {
    readonly agreement: Readonly<Record<string, ExpectedAgreement>>;
    readonly gpt4_inconsistent: number;
  };
}

/** Percentages of table 5 of "Judging LLM-as-a-Judge" by turn: with ties as a label (S1), without them (S2). */
const TABLE_5: Readonly<Record<string, readonly (readonly [s1: number, s2: number])[]>> = {
  gpt4_vs_expert: [
    [66, 85],
    [66, 85],
  ],
  expert_vs_expert: [
    [63, 81],
    [67, 82],
  ],
};

/** Who was compared, by the names in `expected.json`. */
const COMPARISONS = [
  { key: 'gpt4_vs_expert', what: 'GPT-4 and experts', withModel: true, judges: { judges: 'expert_*' } },
  { key: 'expert_vs_expert', what: 'experts', withModel: false, judges: { judges: 'expert_*' } },
  {
    key: 'author_vs_expert',
    what: 'authors and experts',
    withModel: false,
    judges: { judges: 'author_*', against: 'expert_*' },
  },
] as const;

/** Agreement on MT-bench's human votes: table 5, and tie-discounted. */
export async function mtBenchRows(files: ArenaFiles): Promise<readonly PublishedRow[]> {
  const human = await files.battles('mt-bench-human/human.jsonl');
  const model = await files.battles('mt-bench-human/gpt4_pair.jsonl');
  const { agreement, gpt4_inconsistent: inconsistent } = (files.expected() as Expected).mt_bench;
  const rows = COMPARISONS.flatMap(({ key, what, withModel, judges }) =>
    turnRows({ human, model: withModel ? model : undefined }, judges).flatMap((turn) =>
      agreementRows(
        { ...turn, what: `${what}, turn ${turn.turn}` },
        agreement[`${key}_turn${turn.turn}`],
        TABLE_5[key],
      ),
    ),
  );
  const ours = model.outcome.filter((code) => code === INCONSISTENT).length;
  const counted = {
    data: 'MT-bench',
    what: 'GPT-4: inconsistent',
    authority: 'published',
    precision: { decimals: 0 },
  } as const;
  return [...rows, single({ theirs: inconsistent, ours }, counted)];
}

interface Turn {
  readonly turn: number;
  readonly exact: Share;
  readonly nonTie: Share;
  readonly tieDiscounted: Share;
}

interface Share {
  readonly value?: number | undefined;
  readonly count: number;
}

function turnRows(
  { human, model }: { readonly human: BattleTable; readonly model: BattleTable | undefined },
  judges: MeasureAgreementOptions,
): readonly Turn[] {
  return measureAgreementBy(human, model, { ...judges, by: 'turn', rounds: 0 }).map(({ value, agreement }) => ({
    turn: Number(value),
    ...agreement,
  }));
}

function agreementRows(
  { turn, what, exact, nonTie, tieDiscounted }: Turn & { readonly what: string },
  expected: ExpectedAgreement | undefined,
  percentages: (typeof TABLE_5)[string] | undefined,
): readonly PublishedRow[] {
  if (expected === undefined) throw new TypeError(`expected.json has nothing on ${what}`);
  const share = (
    name: string,
    { value = Number.NaN, count }: Share,
    theirs: readonly [number, number],
  ): PublishedRow => ({
    data: 'MT-bench',
    what: `${what}: ${name}`,
    authority: percentages === undefined ? 'recomputed' : 'published',
    precision: { decimals: 0 },
    values: [
      { of: 'agreeing', theirs: theirs[0], ours: value * count },
      { of: 'pairs', theirs: theirs[1], ours: count },
    ],
  });
  const published = percentages?.[turn - 1];
  const percent = (name: string, { value = Number.NaN }: Share, theirs: number): PublishedRow =>
    single(
      { theirs, ours: 100 * value },
      { data: 'MT-bench', what: `${what}: ${name}, %`, authority: 'published', precision: { decimals: 0 } },
    );
  return [
    ...(published === undefined ? [] : [percent('S1', exact, published[0]), percent('S2', nonTie, published[1])]),
    share('S1', exact, [expected.S1_agree, expected.S1_n]),
    share('S2', nonTie, [expected.S2_agree, expected.S2_n]),
    single(
      { theirs: expected.tie_discounted, ours: tieDiscounted.value ?? Number.NaN },
      { data: 'MT-bench', what: `${what}: tie-discounted`, authority: 'recomputed', precision: { decimals: 6 } },
    ),
  ];
}
