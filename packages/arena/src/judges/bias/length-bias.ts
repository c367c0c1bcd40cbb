import {
  controlledRatings,
  featureColumns,
  FIRST_WINS,
  longerShare,
  SECOND_WINS,
  TIE,
  type Clusters,
  type ControlCoefficient,
  type Share,
} from '@understudy/statistics';
import { decidedBattles, pointsOfA, type DecidedBattle, type JudgedBattle } from '../combine/judged-battle.js';
import { lengthsOf } from './length-columns.js';

/** How far a judge's verdicts go with length. */
export interface LengthBias {
  /** Of the battles decided between answers of different length, the share won by the longer one. Not all of it is bias. */
  readonly longerShare: Share;
  /**
   * What the ratio of lengths adds to the odds of winning when the models' strengths are held fixed (Bradley–Terry with ln of the ratio, ridge on
   * the coefficient), clustered by question. Undefined where it cannot be told: fewer than two questions, lengths all alike, or one winner only in each pair.
   */
  readonly coefficient: ControlCoefficient | undefined;
}

/** Measures length in characters of the answer that was judged. */
export function lengthBias(battles: readonly JudgedBattle[]): LengthBias {
  const decided = decidedBattles(battles);
  const outcome = Uint8Array.from(decided, ({ winner }) => {
    const points = pointsOfA(winner);
    return points === 1 ? FIRST_WINS : points === 0 ? SECOND_WINS : TIE;
  });
  const lengths = lengthsOf(decided);
  return { longerShare: longerShare({ outcome, ...lengths }), coefficient: coefficientOf(decided, outcome, lengths) };
}

function coefficientOf(
  battles: readonly DecidedBattle[],
  outcome: Uint8Array,
  { firstLength, secondLength }: ReturnType<typeof lengthsOf>,
): ControlCoefficient | undefined {
  const clusters = numbered(battles.map(({ question }) => question.id));
  const isTold = firstLength.some((length, battle) => length !== secondLength[battle]);
  if (clusters.count < 2 || !isTold) return undefined;
  const sides = numbered([...battles.map(({ a }) => a.versionId), ...battles.map(({ b }) => b.versionId)]);
  const comparisons = {
    models: sides.count,
    first: sides.of.slice(0, battles.length),
    second: sides.of.slice(battles.length),
    outcome,
  };
  const features = featureColumns([{ name: 'length', form: 'log-ratio', first: firstLength, second: secondLength }]);
  try {
    return controlledRatings(comparisons, features, { clusters: [clusters] }).coefficients[0];
  } catch (error) {
    // Where each pair of models has one winner only, votes do not vary and nothing can be told of them.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function numbered(names: readonly string[]): Clusters {
  const numbers = new Map<string, number>();
  const of = Int32Array.from(names, (name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  return { count: numbers.size, of };
}
