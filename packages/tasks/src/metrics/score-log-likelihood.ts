import type { LogLikelihood, MetricValues } from './metric-value.js';

/** Names of the metrics of log-likelihood documents. */
export const LOG_LIKELIHOOD_METRICS: readonly string[] = ['perplexity', 'acc'];

/** `perplexity` is the log-likelihood itself (the exponential comes with the mean), `acc` whether the target is greedy. */
export function scoreLogLikelihood(
  [logProbability, isGreedy]: LogLikelihood,
  metrics: ReadonlySet<string>,
): MetricValues {
  const all = { perplexity: logProbability, acc: Number(isGreedy) };
  return Object.fromEntries(Object.entries(all).filter(([name]) => metrics.has(name)));
}
