import type { Catalog, PublishedScore } from '@understudy/catalog';
import type { CapabilityColumn, CapabilityScore } from './capability-map.js';
import { opennessOf } from './openness.js';
import { referenceOf } from './reference-models.js';
import { sourceDate } from './source-date.js';
import { toColumn } from './to-column.js';

/** Metrics that say something of the answers, and nothing of how good they are. */
const NOT_QUALITY: ReadonlySet<string> = new Set(['mean characters']);

/**
 * Published tables of one benchmark. What does not share source, setting and metric does not share a column, whatever the catalog calls
 * its table.
 * @param scores all of one benchmark
 */
export function publishedColumns(scores: readonly PublishedScore[], catalog: Catalog): readonly CapabilityColumn[] {
  const tables = new Map<string, PublishedScore[]>();
  for (const score of scores.filter(({ metric }) => metric === null || !NOT_QUALITY.has(metric))) {
    const key = tableKey(score);
    const table = tables.get(key);
    if (table === undefined) tables.set(key, [score]);
    else table.push(score);
  }
  return [...tables].flatMap(([key, table]) => {
    const [first] = table;
    if (first === undefined) return [];
    const { source, setting, metric, higherIsBetter } = first;
    const about = { key, origin: 'published', source, date: sourceDate(source), setting, measured: undefined } as const;
    return [
      toColumn(
        { ...about, metric, higherIsBetter, isShare: false },
        table.map((score) => toScore(score, catalog)),
      ),
    ];
  });
}

/** Equal for scores that may be compared with each other. */
export function tableKey({ table, source, benchmark, setting, metric, higherIsBetter }: PublishedScore): string {
  return JSON.stringify([source, benchmark, setting, metric, higherIsBetter, table]);
}

function toScore({ modelId, modelLabel, value, note }: PublishedScore, catalog: Catalog): CapabilityScore {
  return {
    modelId,
    label: modelLabel,
    openness: opennessOf(modelId, catalog),
    reference: referenceOf(modelId, catalog),
    value,
    interval: undefined,
    runId: undefined,
    note,
  };
}
