import type { MetricValues } from '../metrics/metric-value.js';
import type { LogLikelihood } from '../metrics/metric-value.js';
import type { PythonValue } from '../python/python-value.js';

/**
 * A model's answer to a request: `[log-probability, is greedy]` to a log-likelihood request, a log-probability (nats) to a
 * rolling one, a text to a generation.
 */
export type TaskResponse = LogLikelihood | number | string;

/** What one filter pipeline makes of a document's responses. */
export interface FilterScore {
  /** Name of the pipeline; `none` where the task declares none. */
  readonly filter: string;
  /** One a request: what the pipeline makes of the responses to it. */
  readonly filteredResponses: readonly PythonValue[];
  /** By name, in the order in which the harness reports them. */
  readonly metrics: MetricValues;
  /** The pipeline found no answer in the text (its fallback, or nothing). */
  readonly noAnswer: boolean;
}

/** The result of a document. */
export interface DocumentScore {
  readonly perFilter: readonly FilterScore[];
  /** No pipeline found an answer. */
  readonly noAnswer: boolean;
  /** Two choices share the largest log-probability, so that their order decided. */
  readonly tie: boolean;
}
