import type { CatalogRow } from '../models/calls.js';

/** What a family released in one month: its sizes and versions are one mark on the timeline. */
export interface Release {
  readonly key: string;
  readonly family: string;
  readonly familyName: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly isOpen: boolean;
  /** The largest first. */
  readonly models: readonly CatalogRow[];
  /** Weights of the largest; null: not known of any. */
  readonly parameters: number | null;
}

const size = ({ parameters }: CatalogRow): number => parameters ?? 0;

/** The releases of models whose date is known, the earliest first. */
export function releasesOf(rows: readonly CatalogRow[]): readonly Release[] {
  const groups = new Map<string, { readonly month: string; readonly models: CatalogRow[] }>();
  for (const row of rows) {
    if (row.released === null) continue;
    const month = row.released.slice(0, 7);
    const key = [month, row.family, row.isOpen ? 'open' : 'closed'].join(' ');
    const group = groups.get(key) ?? { month, models: [] };
    group.models.push(row);
    groups.set(key, group);
  }
  return [...groups]
    .flatMap(([key, { month, models }]) => {
      const sorted = models.toSorted((a, b) => size(b) - size(a));
      const [largest] = sorted;
      if (largest === undefined) return [];
      const { family, familyName, isOpen, parameters } = largest;
      return [{ key, family, familyName, month, isOpen, models: sorted, parameters }];
    })
    .toSorted((a, b) => a.month.localeCompare(b.month) || a.familyName.localeCompare(b.familyName, 'en'));
}

/** The releases of some months, both included. */
export function releasesBetween(
  releases: readonly Release[],
  { from = '', to = '9999-12' }: { readonly from?: string; readonly to?: string },
): readonly Release[] {
  return releases.filter(({ month }) => month >= from && month <= to);
}
