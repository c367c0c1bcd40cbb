/** A property of both answers of each vote: entry i of each column belongs to vote i. NaN where it is not known. */
export interface FeatureSource {
  readonly name: string;
  /** `log-ratio`: ln((a + 1)/(b + 1)), for lengths; `relative-difference`: (a − b)/(a + b + 1), for counts, and for all in FastChat. */
  readonly form: 'log-ratio' | 'relative-difference';
  readonly first: ArrayLike<number>;
  readonly second: ArrayLike<number>;
}

/** How the first answer of each vote differs from the second, in columns, by feature. */
export interface FeatureColumns {
  readonly names: readonly string[];
  /** One entry a vote; scaled to a root mean square of 1. */
  readonly columns: readonly Float64Array[];
  /** What 1 stands for: the root mean square before scaling. 0 where all answers are alike, and the column then is 0. */
  readonly units: readonly number[];
}

/**
 * Makes features of properties. They are not centred, so that swapping a vote's answers only turns the sign; `centred` takes the mean out
 * first, as FastChat does, which lets the features explain an advantage of the first place.
 */
export function featureColumns(
  sources: readonly FeatureSource[],
  { centred = false }: { readonly centred?: boolean | undefined } = {},
): FeatureColumns {
  const scaled = sources.map((source) => scale(differences(source), centred));
  return {
    names: sources.map(({ name }) => name),
    columns: scaled.map(({ column }) => column),
    units: scaled.map(({ unit }) => unit),
  };
}

function differences({ form, first, second }: FeatureSource): Float64Array {
  return Float64Array.from(first, (a, vote) => {
    const b = second[vote]!;
    return form === 'log-ratio' ? Math.log((a + 1) / (b + 1)) : (a - b) / (a + b + 1);
  });
}

function scale(column: Float64Array, centred: boolean): { readonly column: Float64Array; readonly unit: number } {
  const known = column.filter((value) => !Number.isNaN(value));
  const middle = centred ? known.reduce((sum, value) => sum + value, 0) / known.length : 0;
  const unit = Math.sqrt(known.reduce((sum, value) => sum + (value - middle) ** 2, 0) / known.length);
  return unit > 0
    ? { column: column.map((value) => (value - middle) / unit), unit }
    : { column: column.map((value) => (Number.isNaN(value) ? value : 0)), unit: 0 };
}
