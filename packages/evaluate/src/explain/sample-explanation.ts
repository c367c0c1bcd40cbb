import type { FilteredResponse, MetricValue } from '@understudy/store';
import type { TextComparison } from '@understudy/tasks';

/**
 * Why a sample was marked as it was, worked out again from what is stored of it and from its task's configuration. What is worked out is
 * compared with what was stored, and where the two differ, or too little is stored, it says so rather than guess.
 */
export interface SampleExplanation {
  /** The different prompts, in the order of the requests. */
  readonly prompts: readonly ExplainedPrompt[];
  /** Of multiple-choice tasks. */
  readonly choices: ExplainedChoices | undefined;
  /** Of generated texts. */
  readonly filters: readonly ExplainedFilter[];
  /** In the order of filters and their metrics. */
  readonly metrics: readonly ExplainedMetric[];
}

/** A prompt, and where in it the document's own question begins. */
export interface ExplainedPrompt {
  readonly text: string;
  /** What stands before is the same work for every document: instructions and examples. Undefined where it is not known. */
  readonly questionStart: number | undefined;
  /** False: the last few-shot delimiter is taken for the beginning of the question. */
  readonly isExact: boolean;
}

/** The choices of a document with what the metrics made of them. */
export interface ExplainedChoices {
  readonly rows: readonly ExplainedChoice[];
  /** Places of the right choices; undefined where what is stored does not tell. */
  readonly right: readonly number[] | undefined;
  /** How `right` is known: from the target, from a metric that keeps it, or as the only one that agrees with the metrics. */
  readonly rightFrom: 'target' | 'metric' | 'elimination' | undefined;
  readonly rules: readonly ChoiceRule[];
}

/** One choice. */
export interface ExplainedChoice {
  /** As the task gives it, without the delimiter; where the choices are contexts, the part in which they differ. */
  readonly text: string;
  /** Natural logarithm, in nats, of all its tokens together. */
  readonly logProbability: number;
  readonly isGreedy: boolean;
  /** The choice's share, had the model to take one of these: the log-probabilities' softmax. */
  readonly probability: number;
  /** Unicode code points of the text, and nats for each; undefined where the choices are contexts. */
  readonly characters: number | undefined;
  readonly perCharacter: number | undefined;
  /** Bytes of UTF-8, and nats for each. */
  readonly bytes: number | undefined;
  readonly perByte: number | undefined;
  /** After an empty context, for `acc_mutual_info`. */
  readonly unconditional: number | undefined;
}

/** What a metric goes by: the sum, per code point, per byte, or what the context adds. */
export type ChoiceMeasure = 'sum' | 'perCharacter' | 'perByte' | 'gain';

/** Which choice a metric took. */
export interface ChoiceRule {
  readonly metric: string;
  readonly measure: ChoiceMeasure;
  /** Place of the largest; the first of equal ones. */
  readonly chosen: number;
  /** False: what is stored of the metric does not follow from it. */
  readonly agrees: boolean;
}

/** A filter, run again. */
export interface ExplainedFilter {
  readonly filter: string;
  /** Empty where the filters could not be run again. */
  readonly steps: readonly {
    readonly function: string;
    readonly arguments: Readonly<Record<string, unknown>>;
    /** One a request. */
    readonly outputs: readonly FilteredResponse[];
  }[];
  /** What was stored, one a request. */
  readonly result: readonly FilteredResponse[];
  /** False: run again, the filters make something else. */
  readonly agrees: boolean;
  /** Why they could not be run again. */
  readonly problem: string | undefined;
}

/** A metric with the reason for its value. */
export interface ExplainedMetric {
  readonly filter: string;
  readonly metric: string;
  readonly value: MetricValue;
  readonly reason: MetricReason;
}

/** Why a metric has its value. */
export type MetricReason =
  /** The choice that was taken is right or not: see the choices' rule of this metric. */
  | { readonly kind: 'choice'; readonly measure: ChoiceMeasure; readonly chosen: number; readonly agrees: boolean }
  /** Whether a right choice would have been written token by token. */
  | { readonly kind: 'greedy-choice' }
  /** The right class and the predicted one, for a figure over all documents. */
  | { readonly kind: 'classes' }
  /** The right class and what each class got. */
  | { readonly kind: 'distribution' }
  /** Whether the target's tokens were each the most probable. */
  | { readonly kind: 'greedy-target' }
  /** The target's log-probability; the exponential comes with the mean. */
  | { readonly kind: 'log-probability' }
  /** Log-likelihood and how many words or bytes it is spread over. */
  | { readonly kind: 'rolling'; readonly unit: 'words' | 'bytes' }
  /** The filtered text was compared with right answers. */
  | { readonly kind: 'comparison'; readonly prediction: string; readonly comparisons: readonly TextComparison[] }
  /** The task's own function decided. */
  | { readonly kind: 'function'; readonly name: string }
  /** Nothing was scored (`bypass`). */
  | { readonly kind: 'bypass' }
  /** What is stored does not tell. */
  | { readonly kind: 'unknown' };
