import { sampleStandardDeviation } from '../standard-error.js';
import type { SoftRows } from './soft-logistic.js';

/** Weight of all rows of one gamed baseline, as a part of the model's rows: λ = 0.2 over two of them. */
const GAMED_WEIGHT = 0.2 / 2;

/** Preferences for a model over a baseline: entry i of each column belongs to instruction i. */
export interface BaselinePreferences {
  /** Probability that the model's answer is preferred: 1, 0, or between (½ a tie); NaN where there is no verdict. */
  readonly preference: ArrayLike<number>;
  /** Length of the model's answer less that of the baseline's, in characters. */
  readonly lengthDifference: ArrayLike<number>;
  /** How hard the instruction is for models in general, on the logit scale, where that is known. */
  readonly difficulty?: ArrayLike<number> | undefined;
}

/** The baseline against itself made longer or shorter. It keeps φ from explaining quality. */
export interface GamedBaselines {
  readonly preference: ArrayLike<number>;
  /** Already divided by its standard deviation. */
  readonly standardisedDifference: ArrayLike<number>;
  readonly difficulty?: ArrayLike<number> | undefined;
}

/** Instructions with a verdict. */
export interface Items {
  readonly preference: Float64Array;
  readonly lengthDifference: Float64Array;
  readonly difficulty: Float64Array | undefined;
}

/** The instructions that have a verdict. */
export function judged({ preference, lengthDifference, difficulty }: BaselinePreferences): Items {
  const all: Items = {
    preference: Float64Array.from(preference),
    lengthDifference: Float64Array.from(lengthDifference),
    difficulty: difficulty === undefined ? undefined : Float64Array.from(difficulty),
  };
  return take(
    all,
    Int32Array.from(all.preference.keys()).filter((item) => !Number.isNaN(all.preference[item]!)),
  );
}

/** Some of the instructions, each as often as it is named. */
export function take({ preference, lengthDifference, difficulty }: Items, chosen: Int32Array): Items {
  const column = (values: Float64Array): Float64Array => Float64Array.from(chosen, (item) => values[item]!);
  return {
    preference: column(preference),
    lengthDifference: column(lengthDifference),
    difficulty: difficulty === undefined ? undefined : column(difficulty),
  };
}

/** The regression's rows: the instructions', then the gamed baselines', in which θ has no part. */
export function designOf(
  { preference, lengthDifference, difficulty }: Items,
  gamed: GamedBaselines | undefined,
): { readonly rows: SoftRows; readonly standardDeviation: number } {
  const deviation = sampleStandardDeviation(lengthDifference);
  const standardDeviation = deviation > 0 ? deviation : 1;
  const extra = gamed?.preference.length ?? 0;
  const ones = new Float64Array(preference.length).fill(1);
  const lengths = lengthDifference.map((difference) => Math.tanh(difference / standardDeviation));
  const columns = [
    join(ones, new Float64Array(extra)),
    join(lengths, Float64Array.from(gamed?.standardisedDifference ?? [], Math.tanh)),
  ];
  if (difficulty !== undefined) columns.push(join(difficulty, gamed?.difficulty ?? new Float64Array(extra)));
  return {
    rows: {
      columns,
      target: join(preference, gamed?.preference ?? []),
      weight: join(ones, new Float64Array(extra).fill(GAMED_WEIGHT)),
    },
    standardDeviation,
  };
}

function join(first: Float64Array, second: ArrayLike<number>): Float64Array {
  const joined = new Float64Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
