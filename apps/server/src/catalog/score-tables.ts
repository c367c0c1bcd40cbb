import type { z } from '@hono/zod-openapi';
import type { Catalog, PublishedScore } from '@understudy/catalog';
import type { ScoreTable } from '../api/catalog/model-schema.js';

type Table = z.infer<typeof ScoreTable>;

/** Published scores by the key of their table, in the order in which they were published. */
export function tablesOf(scores: readonly PublishedScore[]): ReadonlyMap<string, readonly PublishedScore[]> {
  const tables = new Map<string, PublishedScore[]>();
  for (const score of scores) {
    const table = tables.get(score.table);
    if (table === undefined) tables.set(score.table, [score]);
    else table.push(score);
  }
  return tables;
}

/** A table as it is sent: the best first. Its rows have one benchmark, setting, metric and source. */
function scoreTable(rows: readonly PublishedScore[], { cardsById }: Pick<Catalog, 'cardsById'>): Table | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const { table, benchmark, setting, metric, source, higherIsBetter } = first;
  const sign = higherIsBetter ? -1 : 1;
  const sorted = rows.toSorted((a, b) => sign * (a.value - b.value));
  return {
    table,
    benchmark,
    setting,
    metric,
    source,
    higherIsBetter,
    scores: sorted.map(({ modelId, modelLabel: label, value, note }) => ({
      modelId,
      label,
      hasCard: cardsById.has(modelId),
      value,
      rank: 1 + sorted.findIndex((other) => other.value === value),
      note,
    })),
  };
}

/** The tables that have a number of a model, by benchmark. */
export function scoreTablesWith(id: string, catalog: Pick<Catalog, 'scores' | 'cardsById'>): readonly Table[] {
  return [...tablesOf(catalog.scores).values()]
    .filter((rows) => rows.some(({ modelId }) => modelId === id))
    .flatMap((rows) => scoreTable(rows, catalog) ?? [])
    .toSorted((a, b) => a.benchmark.localeCompare(b.benchmark, 'en'));
}
