import { BugError } from '@understudy/core';
import type { OutputType } from '../format/task-config.js';
import { pythonStr } from '../python/python-repr.js';
import type { PythonValue } from '../python/python-value.js';
import type { LogLikelihood, MetricValues } from './metric-value.js';
import { referencesOf } from './score-generation.js';
import { scoreLogLikelihood } from './score-log-likelihood.js';
import { scoreMultipleChoice } from './score-multiple-choice.js';
import { scoreRolling } from './score-rolling.js';
import type { TaskMetric } from './task-metrics.js';

/** A document with the filtered responses to its requests. */
export interface DocumentResults {
  readonly outputType: OutputType;
  readonly metrics: readonly TaskMetric[];
  /** What is right: `doc_to_target`, or `doc_to_text` where the choices differ in their contexts (winogrande). */
  readonly gold: PythonValue;
  /** `doc_to_choice`, where the task has it. */
  readonly choices: readonly string[] | undefined;
  /** Whether the target of the task's first document is a list of right answers. */
  readonly hasMultipleTargets: boolean;
  /** One a request: `[log-probability, is greedy]`, a log-probability (rolling), or a text. */
  readonly results: readonly PythonValue[];
}

/** The metrics of one document, by the conventions of lm-evaluation-harness, for tasks without `process_results`. */
export function scoreDocument(document: DocumentResults): MetricValues {
  const { outputType, metrics, gold, choices, results } = document;
  const names = new Set(metrics.map((metric) => metric.name));
  switch (outputType) {
    case 'multiple_choice':
      return scoreMultipleChoice({ choices: choices ?? [], gold, results: results.map(asLogLikelihood) }, names);
    case 'loglikelihood':
      return scoreLogLikelihood(asLogLikelihood(results[0]), names);
    case 'loglikelihood_rolling':
      return scoreRolling(asNumber(results[0]), pythonStr(gold), names);
    case 'generate_until':
      return scoreGenerated(document);
    default:
      return outputType satisfies never;
  }
}

function scoreGenerated({ metrics, gold, choices, hasMultipleTargets, results }: DocumentResults): MetricValues {
  const [prediction] = results;
  const right = choices === undefined || typeof gold !== 'number' ? gold : (choices.at(gold) ?? null);
  const references = referencesOf(right, hasMultipleTargets);
  // A filter may give what is no text, e.g. null where nothing was found: it is compared as Python prints it.
  const [text = ''] = referencesOf(prediction ?? null, false);
  return Object.fromEntries(
    metrics.map(({ name, scoreGeneration }) => [name, scoreGeneration?.(text, references) ?? null]),
  );
}

function asLogLikelihood(result: PythonValue | undefined): LogLikelihood {
  if (Array.isArray(result)) {
    const [logProbability, isGreedy] = result as readonly PythonValue[];
    if (typeof logProbability === 'number' && typeof isGreedy === 'boolean') return [logProbability, isGreedy];
  }
  throw unexpectedResult(result, 'a log-probability and a flag');
}

function asNumber(result: PythonValue | undefined): number {
  if (typeof result === 'number') return result;
  throw unexpectedResult(result, 'a log-probability');
}

function unexpectedResult(result: PythonValue | undefined, expected: string): BugError {
  return new BugError({
    code: 'result-unexpected',
    message: `Cannot score a document: expected ${expected}, got ${JSON.stringify(result)}.`,
    values: { result },
  });
}
