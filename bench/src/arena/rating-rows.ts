import { rateBattles, type BattleTable, type RatedModel, type RateBattlesOptions } from '@understudy/arena';
import { countPairs, fitBradleyTerry, mean, modelBasedCovariance, ratingStandardErrors } from '@understudy/statistics';
import { comparisonsOf } from '@understudy/arena';
import type { ArenaFiles } from './arena-files.js';
import { single, type PublishedRow } from './published-row.js';

type ByModel = Readonly<Record<string, number>>;

interface ExpectedRatings {
  readonly bt_mean_1000: ByModel;
  readonly se_sandwich: ByModel;
  readonly se_model_based: ByModel;
  readonly se_cluster_question_CR1: ByModel;
  readonly elo_file_order_init1000: Readonly<Record<'K4' | 'K16' | 'K32', ByModel>>;
}

interface Expected {
  readonly mt_bench: Readonly<Record<'human' | 'gpt4_pair', ExpectedRatings>>;
  readonly llmfao: {
    readonly bt_mean_1000: ByModel;
    readonly se_sandwich: ByModel;
    readonly elo_file_order_K16_init1000: ByModel;
    readonly se_cluster_item_CR1_mean: number;
    readonly se_cluster_worker_CR1_mean: number;
    readonly se_cluster_prompt_CR1_mean: number;
  };
}

const RECOMPUTED = { authority: 'recomputed', precision: { decimals: 6 } } as const;

/** Ratings and standard errors that an independent solver found on MT-bench's and LLMFAO's votes. */
export async function ratingRows(files: ArenaFiles): Promise<readonly PublishedRow[]> {
  const expected = files.expected() as Expected;
  const human = await files.battles('mt-bench-human/human.jsonl');
  const model = await files.battles('mt-bench-human/gpt4_pair.jsonl');
  return [
    ...mtBenchRatings('MT-bench, humans', human, expected.mt_bench.human),
    ...mtBenchRatings('MT-bench, GPT-4', model, expected.mt_bench.gpt4_pair),
    ...(await llmfaoRatings(files, expected.llmfao)),
  ];
}

function mtBenchRatings(data: string, battles: BattleTable, expected: ExpectedRatings): readonly PublishedRow[] {
  const compare = (what: string, theirs: ByModel, ours: ByModel) => byModel({ data, what, theirs, ours });
  const elo = ([4, 16, 32] as const).map((k) =>
    compare(
      `Elo in file order, K = ${k}`,
      expected.elo_file_order_init1000[`K${k}`],
      rated(battles, { method: 'elo', k }),
    ),
  );
  return [
    compare('Bradley–Terry', expected.bt_mean_1000, rated(battles, { cluster: [] })),
    compare('standard error, model-based', expected.se_model_based, modelBased(battles)),
    compare('standard error, sandwich', expected.se_sandwich, errors(battles, { cluster: [] })),
    compare(
      'standard error, by question',
      expected.se_cluster_question_CR1,
      errors(battles, { cluster: ['question_id'] }),
    ),
    ...elo,
  ];
}

async function llmfaoRatings(files: ArenaFiles, expected: Expected['llmfao']): Promise<readonly PublishedRow[]> {
  const data = 'LLMFAO, humans';
  const battles = await files.battles('llmfao/crowd-comparisons.csv', { keep: ['id', 'worker', 'prompt'] });
  const meanError = (column: string, theirs: number) =>
    single(
      { theirs, ours: mean(Object.values(errors(battles, { cluster: [column] }))) },
      { data, what: `mean standard error, by ${column}`, ...RECOMPUTED },
    );
  return [
    byModel({ data, what: 'Bradley–Terry', theirs: expected.bt_mean_1000, ours: rated(battles, { cluster: [] }) }),
    byModel({
      data,
      what: 'standard error, sandwich',
      theirs: expected.se_sandwich,
      ours: errors(battles, { cluster: [] }),
    }),
    meanError('id', expected.se_cluster_item_CR1_mean),
    meanError('worker', expected.se_cluster_worker_CR1_mean),
    meanError('prompt', expected.se_cluster_prompt_CR1_mean),
    byModel({
      data,
      what: 'Elo in file order, K = 16',
      theirs: expected.elo_file_order_K16_init1000,
      ours: rated(battles, { method: 'elo' }),
    }),
  ];
}

function byModel({
  theirs,
  ours,
  ...row
}: {
  readonly data: string;
  readonly what: string;
  readonly theirs: ByModel;
  readonly ours: ByModel;
}): PublishedRow {
  const values = Object.entries(theirs).map(([of, value]) => ({ of, theirs: value, ours: ours[of] ?? Number.NaN }));
  return { ...row, ...RECOMPUTED, values };
}

function rated(battles: BattleTable, options: RateBattlesOptions): ByModel {
  return ofModels(battles, options, ({ rating }) => rating);
}

function errors(battles: BattleTable, options: RateBattlesOptions): ByModel {
  return ofModels(battles, options, ({ standardError }) => standardError);
}

function ofModels(battles: BattleTable, options: RateBattlesOptions, value: (model: RatedModel) => number): ByModel {
  return Object.fromEntries(rateBattles(battles, options).models.map((model) => [model.model, value(model)]));
}

/** The product shows these nowhere: they are too wide where ties are half wins. */
function modelBased(battles: BattleTable): ByModel {
  const counts = countPairs(comparisonsOf(battles));
  const found = ratingStandardErrors(modelBasedCovariance(counts, fitBradleyTerry(counts)));
  return Object.fromEntries(battles.models.map((model, at) => [model, found[at] ?? Number.NaN]));
}
