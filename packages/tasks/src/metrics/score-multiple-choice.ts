import { BugError } from '@understudy/core';
import { codePointLength } from '../python/code-point-length.js';
import type { PythonValue } from '../python/python-value.js';
import { argMax } from './arg-max.js';
import type { LogLikelihood, MetricValue, MetricValues } from './metric-value.js';

/** A multiple-choice document with the model's answers. */
export interface MultipleChoiceResults {
  /** The texts of the choices as the task gives them, without the delimiter. */
  readonly choices: readonly string[];
  /** One answer for each choice; with `acc_mutual_info`, then one for each choice after an empty context. */
  readonly results: readonly LogLikelihood[];
  /** Index of the right choice, its text, or the indices of all right choices. */
  readonly gold: PythonValue;
}

/** What a gold index beyond the choices becomes: never right. */
const NO_CHOICE = -100;

/** What the metrics are made of. */
interface Judged {
  readonly choices: readonly string[];
  readonly logProbabilities: readonly number[];
  readonly isGreedy: readonly boolean[];
  /** The right choices: one, or several. */
  readonly golds: readonly number[];
  readonly unconditional: readonly number[];
}

/** In the order in which the reference harness reports them. */
const METRICS: Readonly<Record<string, (judged: Judged) => MetricValue>> = {
  acc: (judged) => isRight(judged, judged.logProbabilities),
  f1: (judged) => [firstGold(judged), argMax(judged.logProbabilities)],
  mcc: (judged) => [firstGold(judged), argMax(judged.logProbabilities)],
  acc_norm: (judged) => isRight(judged, perLength(judged, codePointLength)),
  acc_bytes: (judged) =>
    isRight(
      judged,
      perLength(judged, (text) => Buffer.byteLength(text)),
    ),
  exact_match: ({ golds, isGreedy }) => Number(golds.some((gold) => gold !== NO_CHOICE && isGreedy.at(gold) === true)),
  brier_score: (judged) => [firstGold(judged), softmax(judged.logProbabilities)],
  likelihood: (judged) => [firstGold(judged), judged.logProbabilities],
  acc_mutual_info: (judged) =>
    isRight(
      judged,
      judged.logProbabilities.map((value, index) => value - (judged.unconditional[index] ?? Number.NaN)),
    ),
};

/** Names of the metrics of multiple-choice documents. */
export const MULTIPLE_CHOICE_METRICS: readonly string[] = Object.keys(METRICS);

/**
 * The metrics of a multiple-choice document. `acc` takes the most probable choice, `acc_norm` the most probable per Unicode
 * code point of its text, `acc_bytes` per byte of UTF-8; a choice of length zero then scores minus infinity.
 */
export function scoreMultipleChoice(document: MultipleChoiceResults, metrics: ReadonlySet<string>): MetricValues {
  const judged = judge(document, metrics.has('acc_mutual_info'));
  const wanted = Object.entries(METRICS).filter(([name]) => metrics.has(name));
  return Object.fromEntries(wanted.map(([name, metric]) => [name, metric(judged)]));
}

function judge({ choices, results, gold }: MultipleChoiceResults, isMutual: boolean): Judged {
  if (results.length !== choices.length * (isMutual ? 2 : 1)) {
    throw new BugError({
      code: 'results-incomplete',
      message: `Cannot score a document with ${choices.length} choices by ${results.length} results.`,
      values: { choices: choices.length, results: results.length },
    });
  }
  const conditional = results.slice(0, choices.length);
  return {
    choices,
    logProbabilities: conditional.map(([logProbability]) => logProbability),
    isGreedy: conditional.map(([, isGreedy]) => isGreedy),
    golds: goldIndices(gold, choices),
    unconditional: results.slice(choices.length).map(([logProbability]) => logProbability),
  };
}

function goldIndices(gold: PythonValue, choices: readonly string[]): readonly number[] {
  if (Array.isArray(gold)) return (gold as readonly PythonValue[]).flatMap((item) => goldIndices(item, choices));
  if (typeof gold === 'string') return [choices.includes(gold) ? choices.indexOf(gold) : NO_CHOICE];
  const index = typeof gold === 'number' || typeof gold === 'boolean' ? Number(gold) : NO_CHOICE;
  return [index < choices.length ? index : NO_CHOICE];
}

function firstGold({ golds }: Judged): number {
  return golds[0] ?? NO_CHOICE;
}

function isRight({ golds }: Judged, values: readonly number[]): number {
  return Number(golds.includes(argMax(values)));
}

function perLength({ choices, logProbabilities }: Judged, length: (text: string) => number): readonly number[] {
  return logProbabilities.map((value, index) => value / length(choices[index] ?? ''));
}

function softmax(values: readonly number[]): readonly number[] {
  const largest = Math.max(...values);
  const shifted = values.map((value) => Math.exp(value - largest));
  const sum = shifted.reduce((total, value) => total + value, 0);
  return shifted.map((value) => value / sum);
}
