import type { CatalogRow } from './calls.js';
import type { ModelsSearch } from './models-search.js';

const BILLION = 1e9;

function isFound({ id, name, family, familyName, developer }: CatalogRow, q: string): boolean {
  const words = [id, name, family, familyName, developer].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

function isUsable({ commercialUse }: CatalogRow, use: NonNullable<ModelsSearch['use']>): boolean {
  return use === 'allowed' ? commercialUse === 'yes' || commercialUse === 'conditional' : commercialUse === use;
}

/** A fact that is not known fits no bound. */
function isBetween(value: number | null, least = 0, most = Infinity): boolean {
  return value === null ? least === 0 && most === Infinity : value >= least && value <= most;
}

/** A day is within its month. */
function isReleased(released: string | null, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  if (released === null) return false;
  const month = released.slice(0, 7);
  return (from === undefined || month >= from) && (to === undefined || month <= to);
}

/** The models that fit an address. */
export function filterModels(rows: readonly CatalogRow[], search: ModelsSearch): readonly CatalogRow[] {
  const { q, family, kind, weights, use, least, most, context, language, from, to, here } = search;
  return rows.filter(
    (row) =>
      (q === undefined || isFound(row, q)) &&
      (family === undefined || row.family === family) &&
      (kind === undefined || row.kind === kind) &&
      (weights === undefined || row.isOpen === (weights === 'open')) &&
      (use === undefined || isUsable(row, use)) &&
      isBetween(row.parameters === null ? null : row.parameters / BILLION, least, most) &&
      isBetween(row.contextLength, context) &&
      (language === undefined || row.languages.includes(language)) &&
      isReleased(row.released, from, to) &&
      (here === undefined || (here === 'disk' ? row.isLocal : row.measured > 0)),
  );
}
