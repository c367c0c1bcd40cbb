/**
 * What a metric says of one document: a number; a pair (log-likelihood and the count it is divided by, or the right class
 * and the predicted one); the right class with numbers for all classes; or nothing.
 */
export type MetricValue = number | readonly [number, number] | readonly [number, readonly number[]] | null;

/** The metrics of one document by name, in the order in which they are reported. */
export type MetricValues = Readonly<Record<string, MetricValue>>;

/** A model's answer to a log-likelihood request: the sum of the continuation's log-probabilities (nats), and if it is greedy. */
export type LogLikelihood = readonly [logProbability: number, isGreedy: boolean];
