import type { OutputType } from '../format/task-config.js';
import type { AggregationName } from './aggregations.js';

/** What a metric is unless the task file says otherwise. */
export interface MetricDefinition {
  readonly higherIsBetter: boolean;
  readonly aggregation: AggregationName;
}

const mean: MetricDefinition = { higherIsBetter: true, aggregation: 'mean' };

/** The metrics by the names of lm-evaluation-harness, with its directions and aggregations; `extracted_acc` is ours. */
export const METRICS: Readonly<Record<string, MetricDefinition>> = {
  acc: mean,
  acc_norm: mean,
  acc_bytes: mean,
  acc_mutual_info: mean,
  exact_match: mean,
  extracted_acc: mean,
  likelihood: mean,
  f1: { higherIsBetter: true, aggregation: 'f1' },
  mcc: { higherIsBetter: true, aggregation: 'matthews_corrcoef' },
  brier_score: { higherIsBetter: false, aggregation: 'brier_score' },
  perplexity: { higherIsBetter: false, aggregation: 'perplexity' },
  word_perplexity: { higherIsBetter: false, aggregation: 'weighted_perplexity' },
  byte_perplexity: { higherIsBetter: false, aggregation: 'weighted_perplexity' },
  bits_per_byte: { higherIsBetter: false, aggregation: 'bits_per_byte' },
  bypass: { higherIsBetter: true, aggregation: 'bypass' },
};

/** The metrics of a task without a `metric_list`. */
export const DEFAULT_METRICS: Readonly<Record<OutputType, readonly string[]>> = {
  multiple_choice: ['acc', 'acc_norm'],
  loglikelihood: ['perplexity', 'acc'],
  loglikelihood_rolling: ['word_perplexity', 'byte_perplexity', 'bits_per_byte'],
  generate_until: ['exact_match'],
};
