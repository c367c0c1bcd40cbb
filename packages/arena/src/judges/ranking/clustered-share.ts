import { ratioEstimate, studentInterval, wilsonInterval } from '@understudy/statistics';

/** Fewer questions say too little for a place in a ranking. */
export const LEAST_QUESTIONS = 10;

/** Points of one comparison, and the question it belongs to. */
export interface PointsOnQuestion {
  readonly questionId: string;
  /** 0 to 1. */
  readonly points: number;
  /** 1 by default. */
  readonly weight?: number;
}

/** A share in 0..1 with its 95% interval, clustered by question. */
export interface Share {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** Comparisons. */
  readonly count: number;
  readonly questions: number;
  /** True below `LEAST_QUESTIONS`: shown, but not ranked. */
  readonly insufficient: boolean;
}

/**
 * The mean of points. Comparisons on one question are not independent, so the interval is that of a ratio of sums over questions
 * (Cochran 1977, §2.11) with Student's quantile. With few questions, or where every question says the same, that interval fails; then it is
 * Wilson's with one observation a question, which is too wide rather than too narrow. Undefined without comparisons.
 */
export function clusteredShare(rows: readonly PointsOnQuestion[]): Share | undefined {
  if (rows.length === 0) return undefined;
  const sums = new Map<string, { points: number; weight: number }>();
  for (const { questionId, points, weight = 1 } of rows) {
    const sum = sums.get(questionId) ?? { points: 0, weight: 0 };
    sum.points += points * weight;
    sum.weight += weight;
    sums.set(questionId, sum);
  }
  const questions = [...sums.values()];
  const ratio = ratioEstimate({
    numerators: questions.map(({ points }) => points),
    denominators: questions.map(({ weight }) => weight),
  });
  const insufficient = questions.length < LEAST_QUESTIONS;
  const { lower, upper } = intervalOf(ratio, insufficient);
  return { value: ratio.estimate, lower, upper, count: rows.length, questions: questions.length, insufficient };
}

function intervalOf(
  ratio: { readonly estimate: number; readonly standardError: number; readonly count: number },
  insufficient: boolean,
): { readonly lower: number; readonly upper: number } {
  if (insufficient || !(ratio.standardError > 0)) {
    const wilson = wilsonInterval({ successes: ratio.estimate * ratio.count, count: ratio.count });
    return wilson ?? { lower: 0, upper: 1 };
  }
  const { lower, upper } = studentInterval(ratio);
  return { lower: Math.max(0, lower), upper: Math.min(1, upper) };
}
