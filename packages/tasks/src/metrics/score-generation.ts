import { z } from 'zod';
import { pythonStr } from '../python/python-repr.js';
import type { PythonValue } from '../python/python-value.js';
import { isExactMatch } from './exact-match.js';
import type { MetricValue } from './metric-value.js';

/** A metric of generated texts: scores a prediction against the right answers, of which one suffices. */
export type GenerationMetric = (prediction: string, references: readonly string[]) => MetricValue;

/** What may stand beside `metric: exact_match` in a task. */
export const exactMatchSettings = z.strictObject({
  /** With it the reference harness takes the same metric from another library. */
  hf_evaluate: z.boolean().optional(),
  regexes_to_ignore: z
    .array(z.string())
    .nullish()
    .transform((patterns) => patterns ?? []),
  ignore_case: z.boolean().default(false),
  ignore_punctuation: z.boolean().default(false),
  ignore_numbers: z.boolean().default(false),
});

/**
 * The metrics of generated texts by name; each is made from the arguments that stand beside `metric:` in a task file, and
 * throws a `z.ZodError` if they are wrong.
 */
export const GENERATION_METRICS: Readonly<
  Record<string, (settings: Readonly<Record<string, unknown>>) => GenerationMetric>
> = {
  exact_match: (settings) => {
    const checked = exactMatchSettings.parse(settings);
    return (prediction, references) =>
      Number(references.some((reference) => isExactMatch(prediction, reference, checked)));
  },
  // A name of its own, so that it never stands in one column with the accuracy of log-likelihoods.
  extracted_acc: (settings) => {
    z.strictObject({}).parse(settings);
    return (prediction, references) => Number(references.includes(prediction));
  },
  bypass: () => () => null,
};

/**
 * The texts a prediction is compared with. An answer that is no text is compared as Python prints it.
 * @param hasMultipleTargets whether the task's documents have lists of right answers (decided by its first document); a
 *   list that turns up otherwise is one answer
 */
export function referencesOf(gold: PythonValue, hasMultipleTargets: boolean): readonly string[] {
  const golds = hasMultipleTargets && Array.isArray(gold) ? (gold as readonly PythonValue[]) : [gold];
  return golds.map((item) => pythonStr(item));
}
