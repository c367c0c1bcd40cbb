import { ZodError } from 'zod';
import { DataError } from '@understudy/core';
import { argumentProblem, type Problem } from '../filters/argument-problem.js';
import type { OutputType } from '../format/task-config.js';
import { AGGREGATIONS, type AggregationName } from './aggregations.js';
import { DEFAULT_METRICS, METRICS } from './metric-registry.js';
import { GENERATION_METRICS, type GenerationMetric } from './score-generation.js';
import { LOG_LIKELIHOOD_METRICS } from './score-log-likelihood.js';
import { MULTIPLE_CHOICE_METRICS } from './score-multiple-choice.js';
import { ROLLING_METRICS } from './score-rolling.js';

/** One entry of a task's `metric_list`; further keys are arguments of the metric. */
export interface MetricConfig {
  readonly metric: unknown;
  readonly aggregation?: unknown;
  readonly higher_is_better?: boolean | undefined;
  readonly [argument: string]: unknown;
}

/** A metric of a task, with everything that is needed to compute it. */
export interface TaskMetric {
  readonly name: string;
  readonly aggregation: AggregationName;
  readonly higherIsBetter: boolean;
  /** How a generated text is scored; undefined for the other output types and where `process_results` scores. */
  readonly scoreGeneration: GenerationMetric | undefined;
}

/** What decides which metrics a task can have. */
export interface TaskMetricsOptions {
  readonly outputType: OutputType;
  readonly metricList: readonly MetricConfig[] | undefined;
  /** The task scores by a function of its own, which may give metrics of any name. */
  readonly hasProcessResults: boolean;
  /** Makes the error about a key of the task file; `path` leads from `metric_list` to the key. */
  readonly problem?: Problem;
}

/** Names of the metrics that can be computed for an output type. */
const COMPUTABLE: Readonly<Record<OutputType, readonly string[]>> = {
  multiple_choice: MULTIPLE_CHOICE_METRICS,
  loglikelihood: LOG_LIKELIHOOD_METRICS,
  loglikelihood_rolling: ROLLING_METRICS,
  generate_until: Object.keys(GENERATION_METRICS),
};

/**
 * The metrics of a task in the order of its `metric_list`, or the output type's own ones. Aggregation and direction come
 * from the metric where the task does not name them; of a metric that nobody knows, mean and higher-is-better.
 */
export function createTaskMetrics(options: TaskMetricsOptions): readonly TaskMetric[] {
  const { outputType, metricList, problem = defaultProblem } = options;
  const list: readonly MetricConfig[] = metricList ?? DEFAULT_METRICS[outputType].map((metric) => ({ metric }));
  return list.map((config, index) => {
    const name = metricName(config, options, (expected) => problem([index, 'metric'], expected));
    const known = METRICS[name] ?? { aggregation: 'mean', higherIsBetter: true };
    return {
      name,
      aggregation:
        aggregationName(config, (expected) => problem([index, 'aggregation'], expected)) ?? known.aggregation,
      higherIsBetter: config.higher_is_better ?? known.higherIsBetter,
      scoreGeneration: options.hasProcessResults
        ? undefined
        : generationMetric(name, config, (path, expected) => problem([index, ...path], expected)),
    };
  });
}

function metricName(config: MetricConfig, options: TaskMetricsOptions, problem: (expected: string) => Error): string {
  const { outputType, hasProcessResults } = options;
  const { metric } = config;
  const computable = COMPUTABLE[outputType];
  if (typeof metric === 'string' && (hasProcessResults || computable.includes(metric))) return metric;
  throw problem(`expected a metric of ${outputType} tasks: ${computable.join(', ')}`);
}

function aggregationName(
  { aggregation }: MetricConfig,
  problem: (expected: string) => Error,
): AggregationName | undefined {
  if (aggregation === undefined || isAggregationName(aggregation)) return aggregation;
  throw problem(`expected one of ${Object.keys(AGGREGATIONS).join(', ')}`);
}

function isAggregationName(name: unknown): name is AggregationName {
  return typeof name === 'string' && Object.hasOwn(AGGREGATIONS, name);
}

function generationMetric(name: string, config: MetricConfig, problem: Problem): GenerationMetric | undefined {
  const { metric: _, aggregation: __, higher_is_better: ___, ...settings } = config;
  try {
    return GENERATION_METRICS[name]?.(settings);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    throw argumentProblem(error, problem);
  }
}

function defaultProblem(path: readonly (string | number)[], expected: string): Error {
  return new DataError({
    code: 'metric-list-wrong',
    message: `metric_list.${path.join('.')}: ${expected}.`,
    hint: 'Mend the metric_list of the task.',
    values: { path },
  });
}
