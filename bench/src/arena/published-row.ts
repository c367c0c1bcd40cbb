/** One number, as others have it and as we compute it. */
export interface ComparedValue {
  /** What it is of, where a row has several: a model. */
  readonly of: string;
  readonly theirs: number;
  readonly ours: number;
}

/** How exactly a number was published: so many digits behind the point, or all digits of a double but the last few. */
export type Precision = { readonly decimals: number } | { readonly relative: number };

/** A published result: one number, or one for each model. */
export interface PublishedRow {
  readonly data: string;
  readonly what: string;
  /** `published` by the authors of the data; `recomputed` from it by another program. */
  readonly authority: 'published' | 'recomputed';
  readonly precision: Precision;
  readonly values: readonly ComparedValue[];
}

/** By how much a value may differ: half a unit of the last digit, and what a double cannot hold. */
export function allowedDifference({ theirs }: ComparedValue, precision: Precision): number {
  if ('relative' in precision) return precision.relative * Math.abs(theirs);
  return 0.5 * 10 ** -precision.decimals + 1e-9;
}

/** The value of a row that differs most from what was published, in parts of what is allowed. */
export function worstValue({ values, precision }: PublishedRow): ComparedValue | undefined {
  const excess = (value: ComparedValue): number => {
    const part = Math.abs(value.ours - value.theirs) / allowedDifference(value, precision);
    return Number.isNaN(part) ? Infinity : part;
  };
  return values.toSorted((one, other) => excess(other) - excess(one))[0];
}

/** Whether every value of a row is the published one to its digits. A row without values is not. */
export function isReproduced(row: PublishedRow): boolean {
  const worst = worstValue(row);
  return worst !== undefined && Math.abs(worst.ours - worst.theirs) <= allowedDifference(worst, row.precision);
}

/** A row of one number. */
export function single({ theirs, ours }: Omit<ComparedValue, 'of'>, row: Omit<PublishedRow, 'values'>): PublishedRow {
  return { ...row, values: [{ of: '', theirs, ours }] };
}
