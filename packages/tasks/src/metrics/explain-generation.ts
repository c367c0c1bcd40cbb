import { exactMatchSteps, type ExactMatchStep } from './exact-match.js';
import { exactMatchSettings } from './score-generation.js';

/** How a text was compared with one right answer. */
export interface TextComparison {
  readonly reference: string;
  /** What the arguments of the metric left of the prediction and of the reference, one after the other. */
  readonly predictionSteps: readonly ExactMatchStep[];
  readonly referenceSteps: readonly ExactMatchStep[];
  /** Whether what is left is the same. */
  readonly isEqual: boolean;
}

/** Metrics of generated texts that compare the prediction with the right answers. */
export const COMPARING_METRICS = ['exact_match', 'extracted_acc'] as const;

/**
 * Compares a prediction again with right answers, as a metric of generated texts does.
 * @param settings what stands beside `metric:` in the task
 * @throws z.ZodError if they are wrong
 */
export function explainGeneration(
  metric: (typeof COMPARING_METRICS)[number],
  settings: Readonly<Record<string, unknown>>,
  { prediction, references }: { readonly prediction: string; readonly references: readonly string[] },
): readonly TextComparison[] {
  const steps = (text: string): readonly ExactMatchStep[] =>
    metric === 'exact_match' ? exactMatchSteps(text, exactMatchSettings.parse(settings)) : [];
  const predictionSteps = steps(prediction);
  const left = predictionSteps.at(-1)?.text ?? prediction;
  return references.map((reference) => {
    const referenceSteps = steps(reference);
    return {
      reference,
      predictionSteps,
      referenceSteps,
      isEqual: (referenceSteps.at(-1)?.text ?? reference) === left,
    };
  });
}
