import { BugError } from '@understudy/core';
import { taskFileError } from '../format/check-file.js';
import { FunctionReference } from '../format/function-reference.js';
import type { TaskDefinition } from '../format/task-definition.js';
import { createFilterPipelines, type FilterPipeline } from '../filters/filter-pipeline.js';
import { isTie } from '../metrics/is-tie.js';
import type { MetricValues } from '../metrics/metric-value.js';
import { scoreDocument } from '../metrics/score-document.js';
import { createTaskMetrics, type TaskMetric } from '../metrics/task-metrics.js';
import type { PythonValue } from '../python/python-value.js';
import type { DocumentFields } from '../requests/document-fields.js';
import { findTaskFunction } from '../requests/task-functions.js';
import type { DocumentScore, FilterScore, TaskResponse } from './document-score.js';
import type { TaskDocument } from './task-document.js';
import type { RowShape } from './task-row.js';

/** What the first document of a task decides about all of them. */
export interface FirstDocument {
  /** The choices are contexts: `doc_to_text` gives the index of the right one. */
  readonly hasChoiceContexts: boolean;
  /** The target is a list of right answers. */
  readonly hasMultipleTargets: boolean;
}

type ProcessResults = (document: TaskDocument['doc'], results: readonly PythonValue[]) => MetricValues;

/** Replaces the metrics of a task by none, for runs that only want the answers (`--predict_only`). */
const BYPASS = [{ metric: 'bypass' }];

function processResultsOf(definition: TaskDefinition): ProcessResults | undefined {
  const reference = definition.config.process_results;
  if (reference === undefined || reference === null) return undefined;
  if (!(reference instanceof FunctionReference)) {
    throw taskFileError(definition, ['process_results'], 'expected a !function');
  }
  return findTaskFunction(reference, 'process-results', 'process_results').score;
}

/** How a task is scored. */
export interface TaskScorerOptions {
  /** Only the answers are wanted; no metrics. */
  readonly predictOnly: boolean;
  /** Responses to each request. */
  readonly repeats: number;
}

/** Scores the documents of one task: filters, then metrics, for each pipeline. */
export class TaskScorer {
  readonly metrics: readonly TaskMetric[];
  readonly filters: readonly FilterPipeline[];
  readonly #definition: TaskDefinition;
  readonly #repeats: number;
  readonly #processResults: ProcessResults | undefined;

  constructor(definition: TaskDefinition, { predictOnly, repeats }: TaskScorerOptions) {
    const { config } = definition;
    this.#definition = definition;
    this.#repeats = repeats;
    this.#processResults = predictOnly ? undefined : processResultsOf(definition);
    this.metrics = predictOnly
      ? createTaskMetrics({ outputType: config.output_type, metricList: BYPASS, hasProcessResults: true })
      : createTaskMetrics({
          outputType: config.output_type,
          metricList: config.metric_list ?? undefined,
          hasProcessResults: this.#processResults !== undefined,
          problem: (path, expected) => taskFileError(definition, ['metric_list', ...path], expected),
        });
    this.filters = createFilterPipelines(config.filter_list ?? undefined, (path, expected) =>
      taskFileError(definition, ['filter_list', ...path], expected),
    );
  }

  /** Scores one document. Throws `BugError` when there is not one response for each of its requests. */
  score(
    document: TaskDocument,
    responses: readonly TaskResponse[],
    fields: DocumentFields,
    shape: RowShape,
    first: FirstDocument,
  ): DocumentScore {
    const groups = this.#byRequest(document, responses);
    const perFilter = this.filters.map((pipeline): FilterScore => {
      const filtered = groups.map((group) => pipeline.apply(group, document.doc));
      return {
        filter: pipeline.name,
        filteredResponses: filtered,
        metrics: this.#metricsOf(document, filtered, fields, shape, first),
        noAnswer:
          this.#definition.config.output_type === 'generate_until' &&
          filtered.every((each) => pipeline.isNoAnswer(each)),
      };
    });
    return {
      perFilter,
      noAnswer: perFilter.every((score) => score.noAnswer),
      tie: this.#definition.config.output_type === 'multiple_choice' && isTie(responses),
    };
  }

  /** The responses to the repeats of each request. */
  #byRequest(document: TaskDocument, responses: readonly TaskResponse[]): readonly (readonly PythonValue[])[] {
    const repeats = this.#repeats;
    if (responses.length !== document.requests.length) {
      throw new BugError({
        code: 'responses-incomplete',
        message: `Cannot score document ${document.docId} of ${this.#definition.name}: it has ${document.requests.length} requests, but ${responses.length} responses.`,
        values: { task: this.#definition.name, document: document.docId },
      });
    }
    const count = responses.length / repeats;
    return Array.from({ length: count }, (_, index) => responses.slice(index * repeats, (index + 1) * repeats));
  }

  #metricsOf(
    document: TaskDocument,
    results: readonly PythonValue[],
    fields: DocumentFields,
    shape: RowShape,
    first: FirstDocument,
  ): MetricValues {
    if (this.#processResults !== undefined) return this.#processResults(document.doc, results);
    if (this.metrics.length === 1 && this.metrics[0]?.name === 'bypass') return { bypass: null };
    return scoreDocument({
      outputType: this.#definition.config.output_type,
      metrics: this.metrics,
      gold: first.hasChoiceContexts ? fields.text(document.doc, shape) : document.target,
      choices: fields.choices?.(document.doc, shape),
      hasMultipleTargets: first.hasMultipleTargets,
      results,
    });
  }
}
