// @ts-check
import { articleName } from './articles.mjs';

/**
 * @typedef {{
 *   model_id: string, model_label: string, benchmark: string, setting: string | null, metric: string | null, value: number,
 *   higher_is_better: boolean, source: string, note: string | null,
 * }} ScoreRecord
 */

/**
 * Published scores, a file a source: `scores/<source>.yaml`, the labels of its models once, then its tables.
 * @param {readonly ScoreRecord[]} records
 * @returns {ReadonlyMap<string, Record<string, unknown>>}
 */
export function scoreFiles(records) {
  return new Map(
    [...groupBy(records, ({ source }) => source)].map(([key, rows]) => {
      const source = articleName(key);
      const models = Object.fromEntries(rows.map(({ model_id: id, model_label: label }) => [id, label]));
      const tables = [
        ...groupBy(rows, ({ benchmark, setting, metric }) => JSON.stringify([benchmark, setting, metric])),
      ];
      return [`scores/${slug(source)}.yaml`, { source, models, tables: tables.map(([, table]) => toTable(table)) }];
    }),
  );
}

/** @param {readonly ScoreRecord[]} rows of one benchmark, setting and metric */
function toTable(rows) {
  const [first] = rows;
  if (first === undefined) throw new Error('A table has no rows.');
  const notes = new Set(rows.map(({ note }) => note));
  const shared = notes.size === 1 ? first.note : null;
  const own = shared === null ? rows.filter(({ note }) => note !== null) : [];
  return {
    benchmark: first.benchmark,
    setting: first.setting,
    metric: first.metric,
    ...(first.higher_is_better ? {} : { higherIsBetter: false }),
    ...(shared === null ? {} : { note: shared }),
    scores: Object.fromEntries(rows.map(({ model_id: id, value }) => [id, value])),
    ...(own.length === 0 ? {} : { notes: Object.fromEntries(own.map(({ model_id: id, note }) => [id, note])) }),
  };
}

/** @param {string} source */
function slug(source) {
  return source
    .replace(/^(gh|hf-card):/, '')
    .replace(/\.(md|csv)\b/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => string} key
 * @returns {ReadonlyMap<string, readonly T[]>}
 */
function groupBy(items, key) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
