import { DEFAULT_CONFIDENCE, type Interval } from '../interval.js';
import { mean } from '../mean.js';
import { percentileInterval } from '../percentile-interval.js';
import { drawBelow } from '../random/draw-below.js';
import { seededRandom } from '../random/xoshiro.js';
import { chooseStrength } from './choose-strength.js';
import { designOf, judged, take, type BaselinePreferences, type GamedBaselines, type Items } from './design.js';
import { fitLassoLogistic } from './lasso-logistic.js';

/** How a length-controlled win rate is found. */
export interface LengthControlOptions {
  readonly gamed?: GamedBaselines | undefined;
  /** C of the L1 penalty; chosen by five-fold cross-validation by default. */
  readonly strength?: number | undefined;
  /** Rounds of the bootstrap over instructions; 1,000 by default. */
  readonly rounds?: number | undefined;
  /** Of the bootstrap; 0 by default. */
  readonly seed?: number | undefined;
  /** 0.95 by default. */
  readonly confidence?: number | undefined;
}

/** A win rate with its interval. */
export interface WinRateEstimate {
  readonly value: number;
  /** Percentile interval of a bootstrap over instructions; undefined without rounds. */
  readonly interval: Interval | undefined;
}

/** A win rate as it is, and as it would be if both answers were equally long. Shares from 0 to 1. */
export interface LengthControlledWinRate {
  readonly raw: WinRateEstimate;
  readonly controlled: WinRateEstimate;
  /** Instructions with a verdict. */
  readonly count: number;
  readonly coefficients: {
    /** θ, what the model is better than the baseline by. */
    readonly model: number;
    /** φ, of tanh(difference / standard deviation); positive where longer answers are preferred. */
    readonly length: number;
    /** ψ, of difficulty; undefined where it is not known. */
    readonly difficulty: number | undefined;
  };
  /** C. */
  readonly strength: number;
  readonly standardDeviation: number;
}

/**
 * AlpacaEval's length-controlled win rate (Y. Dubois et al., Length-controlled AlpacaEval, 2024): logit P = θ + φ·tanh(Δ/sd) + ψ·difficulty,
 * without intercept, L1-penalised with a strength chosen by cross-validation; the win rate is the mean of what it predicts for Δ = 0.
 *
 * The same as alpaca_eval's `length_controlled_v1` where it is given the same difficulties and gamed baselines, which are data of its leaderboard
 * and do not come with it: without them, θ and φ are fitted alone. Further: Δ is model less baseline (there the other way round, with −φ); folds
 * take every fifth row, there a grouped split; it is solved to the last digits, there to LIBLINEAR's tolerance of 1e-4. The interval is ours: the
 * regression is fitted anew in each round, with the strength kept. Undefined without verdicts.
 */
export function lengthControlledWinRate(
  preferences: BaselinePreferences,
  options: LengthControlOptions = {},
): LengthControlledWinRate | undefined {
  const { rounds = 1000, seed = 0, confidence = DEFAULT_CONFIDENCE } = options;
  const items = judged(preferences);
  const count = items.preference.length;
  if (count === 0) return undefined;
  const design = designOf(items, options.gamed);
  const strength = options.strength ?? chooseStrength(design.rows);
  const coefficients = fitLassoLogistic(design.rows, { strength });
  const random = seededRandom(seed);
  const draws = Array.from({ length: count < 2 ? 0 : rounds }, () => {
    const chosen = Int32Array.from({ length: count }, () => drawBelow(random, count));
    const sample = take(items, chosen);
    const fitted = fitLassoLogistic(designOf(sample, options.gamed).rows, { strength, start: coefficients });
    return { raw: mean(sample.preference), controlled: predicted(fitted, sample) };
  });
  const intervalOf = (name: 'raw' | 'controlled'): Interval | undefined =>
    percentileInterval(
      draws.map((draw) => draw[name]),
      confidence,
    );
  const [model = 0, length = 0, difficulty] = coefficients;
  return {
    raw: { value: mean(items.preference), interval: intervalOf('raw') },
    controlled: { value: predicted(coefficients, items), interval: intervalOf('controlled') },
    count,
    coefficients: { model, length, difficulty },
    strength,
    standardDeviation: design.standardDeviation,
  };
}

/** Mean over instructions of the preference foreseen between answers of one length. */
function predicted(
  [model = 0, , slope = 0]: ArrayLike<number> & Iterable<number>,
  { preference, difficulty }: Items,
): number {
  const chances = preference.map((_, item) => 1 / (1 + Math.exp(-model - slope * (difficulty?.[item] ?? 0))));
  return mean(chances);
}
