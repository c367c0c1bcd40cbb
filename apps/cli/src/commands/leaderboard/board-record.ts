import { POWER_MARGIN, type Leaderboard, type Measurements } from '@understudy/evidence';

/** A leaderboard as `--json` prints it: of cards their ids, and of licences what they come to. */
export function boardRecord({ columns, areas, rows }: Leaderboard, { incomplete }: Measurements): object {
  return {
    confidence: 0.95,
    powerMargin: POWER_MARGIN,
    incomplete,
    columns: columns.map(({ benchmark, ...column }) => ({ ...column, benchmark: benchmark?.id ?? null })),
    areas,
    models: rows.map(({ model, cells, areas: means }) => ({
      model: model.name,
      card: model.card?.id ?? null,
      identity: model.identity,
      quantization: model.quantization ?? null,
      parameters: model.card?.parameters?.value ?? null,
      licence: model.card?.licence.id ?? null,
      commercialUse: model.obligations?.commercialUse ?? null,
      areas: means,
      cells,
    })),
  };
}
