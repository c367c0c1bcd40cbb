import type { z } from '@hono/zod-openapi';
import type { HeatmapBody, HeatmapQuery } from '../api/ratings/schema.js';
import type { Services } from '../services.js';
import { finite } from './finite.js';
import { voteTable, votesKey } from './vote-table.js';

type Body = z.infer<typeof HeatmapBody>;

/** A map of win rates: row against column, the strongest first. */
export function heatmapBody(
  query: z.infer<typeof HeatmapQuery>,
  services: Services,
  signal?: AbortSignal,
): Promise<Body> {
  const { kind, ties } = query;
  const compute = async (abandoned: AbortSignal): Promise<Body> => {
    const table = await voteTable(query, services);
    if (table.first.length === 0) return { kind, models: [], cells: [], n: [], goodnessOfFit: null };
    const maps = await services.compute.run('heatMaps', { table, ties }, abandoned);
    const { ratings, games, assessment } = maps;
    const size = table.models.length;
    const strength = (model: number): number => finite(ratings[model]) ?? -Infinity;
    const order = table.models.map((_, model) => model).toSorted((a, b) => strength(b) - strength(a));
    const square = <T>(cell: (at: number) => T): T[][] =>
      order.map((row) => order.map((column) => cell(row * size + column)));
    const known = await services.models.refresh();
    const { chiSquare, degreesOfFreedom, pValue } = assessment;
    return {
      kind,
      models: order.map((model) => {
        const id = table.models[model] ?? '';
        return { id, name: known.get(id)?.name ?? id };
      }),
      cells: square((at) => finite(maps[kind][at])),
      n: square((at) => games[at] ?? 0),
      goodnessOfFit: Number.isNaN(pValue) ? null : { statistic: chiSquare, degreesOfFreedom, p: pValue },
    };
  };
  return services.results.get(`heatmap ${votesKey(query)} ${kind} ${ties}`, compute, signal);
}
