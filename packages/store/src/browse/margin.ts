import type { FilterMetrics, Sample, SampleResponse } from '../sample.js';

/**
 * By how much the right answer's log-likelihood is above the best wrong one's, in nats; below 0 where a wrong one won. Where the sample
 * does not tell which is right, the best minus the second best. Undefined unless there are several log-likelihoods, and where the
 * difference is none (both −∞).
 *
 * The right answer is taken from what is sure: a metric that names the class (`f1`, `mcc`, `brier_score`, `likelihood`), the target where it
 * is the number of an answer and agrees with `acc`, or of two answers the other one when `acc` is 0.
 */
export function marginOf({ responses, outcomes, target }: Pick<Sample, 'responses' | 'outcomes' | 'target'>) {
  const all = responses.flatMap(toLogProbability);
  if (all.length !== responses.length || all.length < 2) return undefined;
  const metrics = Object.assign({}, ...outcomes.map((outcome) => outcome.metrics)) as FilterMetrics['metrics'];
  // The second half was asked without the question.
  const values = 'acc_mutual_info' in metrics ? all.slice(0, all.length / 2) : all;
  const best = indexOfLargest(values);
  const judged = { values, best, accuracy: metrics['acc'] };
  const gold = namedClass(metrics) ?? confirmedTarget(target, judged) ?? otherOfTwo(judged) ?? best;
  const own = values[gold];
  const other = Math.max(...values.filter((_, index) => index !== gold));
  const margin = (own ?? Number.NaN) - other;
  return Number.isNaN(margin) ? undefined : margin;
}

function toLogProbability(response: SampleResponse): readonly number[] {
  return response.kind === 'loglikelihood' ? [response.logProbability] : [];
}

/** The first of the largest. */
function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > values[best]! ? index : best), 0);
}

interface JudgedAnswers {
  readonly values: readonly number[];
  /** The answer that was taken. */
  readonly best: number;
  readonly accuracy: unknown;
}

const NAMING_METRICS = ['f1', 'mcc', 'brier_score', 'likelihood'];

function namedClass(metrics: FilterMetrics['metrics']): number | undefined {
  for (const name of NAMING_METRICS) {
    const value = metrics[name];
    if (Array.isArray(value)) return (value as readonly number[])[0];
  }
  return undefined;
}

/** `target` is the task's, as text; with several right answers or one given as text it is no number. */
function confirmedTarget(target: string, { best, accuracy }: JudgedAnswers): number | undefined {
  if (!/^\d+$/.test(target)) return undefined;
  const gold = Number(target);
  return accuracy === Number(gold === best) ? gold : undefined;
}

function otherOfTwo({ values, best, accuracy }: JudgedAnswers): number | undefined {
  return values.length === 2 && accuracy === 0 ? 1 - best : undefined;
}
