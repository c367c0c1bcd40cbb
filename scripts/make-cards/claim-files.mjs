// @ts-check
import { articleName } from './articles.mjs';

/**
 * @typedef {{
 *   id: string, claim: string, area: string, models: string[], comparator: string[], benchmarks: string[], direction: string,
 *   sources: string[], check: string, check_note: string | null,
 * }} ClaimRecord
 */

/**
 * Claims, a file an area: `claims/<area>.yaml`; what a domain of application is for stands in one file.
 * @param {readonly ClaimRecord[]} records
 * @returns {ReadonlyMap<string, Record<string, unknown>[]>}
 */
export function claimFiles(records) {
  /** @type {Map<string, Record<string, unknown>[]>} */
  const files = new Map();
  for (const record of records) {
    const [area] = record.area.split(':');
    const name = `claims/${area}.yaml`;
    files.set(name, [...(files.get(name) ?? []), toClaim(record)]);
  }
  return files;
}

/** @param {ClaimRecord} record */
function toClaim({ comparator: comparators, check_note: checkNote, sources, id, claim, area, models, ...rest }) {
  const { benchmarks, direction, check } = rest;
  const names = sources.map(articleName);
  return { id, claim, area, models, comparators, benchmarks, direction, check, checkNote, sources: names };
}
