import type { CatalogModel, MeasuredResult } from '../model/calls.js';

/** Our results in one setting, side by side. */
export interface MeasuredRow {
  readonly key: string;
  /** Any of them: what they share, as task and setting, is that of all. */
  readonly about: MeasuredResult;
  /** In the order of the models; null: not measured in this setting. */
  readonly results: readonly (MeasuredResult | null)[];
}

/** The settings in which at least two of the models were measured. Of several files of one model the first counts. */
export function measuredRows(bodies: readonly CatalogModel[]): readonly MeasuredRow[] {
  const keys = new Set(bodies.flatMap(({ measured }) => measured.map(({ column }) => column)));
  return [...keys].flatMap((key): MeasuredRow[] => {
    const results = bodies.map(({ measured }) => measured.find(({ column }) => column === key) ?? null);
    const known = results.filter((result) => result !== null);
    const [about] = known;
    return about === undefined || known.length < 2 ? [] : [{ key, about, results }];
  });
}
