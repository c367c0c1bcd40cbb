/** What was asked of the model for one document, as text: the reference harness calls it `arguments`. */
export type SampleRequest =
  | { readonly kind: 'loglikelihood'; readonly context: string; readonly continuation: string }
  | { readonly kind: 'rolling'; readonly text: string }
  | { readonly kind: 'generate'; readonly context: string; readonly genKwargs: Readonly<Record<string, unknown>> };

/** What the model answered to one request. */
export type SampleResponse =
  /** Natural logarithm, in nats. */
  | { readonly kind: 'loglikelihood'; readonly logProbability: number; readonly isGreedy: boolean }
  | { readonly kind: 'rolling'; readonly logProbability: number }
  | { readonly kind: 'generate'; readonly text: string }
  /** The request failed; the sample counts as failed and has no metrics. */
  | { readonly kind: 'error'; readonly code: string; readonly message: string };

/** A filtered response: a text, log-probability and greedy flag as they were, or whatever a filter makes of them. */
export type FilteredResponse = null | boolean | number | string | readonly FilteredResponse[];

/**
 * A metric of one sample: a number; a pair, e.g. log-likelihood and word count; the right class with numbers for all classes;
 * or nothing.
 */
export type MetricValue = number | readonly [number, number] | readonly [number, readonly number[]] | null;

/** The metrics of one sample under one filter; the filter is `none` where the task declares none. */
export interface FilterMetrics {
  readonly filter: string;
  readonly metrics: Readonly<Record<string, MetricValue>>;
}

/** What one filter made of the responses. */
export interface FilterOutcome extends FilterMetrics {
  readonly filteredResponses: readonly FilteredResponse[];
}

/** What a reader of a score should know of a sample. */
export interface SampleFlags {
  /** Requests whose context was cut to fit the model. */
  readonly truncatedPrompts: number;
  /** Generations that ended at the token limit. */
  readonly truncatedAnswers: number;
  /** Filters that found no answer in the response. */
  readonly noAnswers: number;
  /** 1 when the best two log-likelihoods are equal. */
  readonly ties: number;
  /** Responses taken from the cache. */
  readonly cachedResponses: number;
}

/** What the answers of a sample took, where somebody else serves the model; answers from the cache took nothing. */
export interface SampleService {
  readonly promptTokens: number;
  /** Those of them that the server had computed before. */
  readonly cachedTokens: number;
  readonly generatedTokens: number;
  /** In the currency of the model's price; null where one of the costs is not known. */
  readonly cost: number | null;
  /** Attempts of all requests. */
  readonly attempts: number;
  /** The configurations that the server reported, each once; null where it reported none. */
  readonly fingerprints: readonly (string | null)[];
}

/** SHA-256 of document, prompt and target by the conventions of lm-evaluation-harness, lower-case hexadecimal. */
export interface SampleHashes {
  readonly doc: string;
  readonly prompt: string;
  readonly target: string;
}

/** The part of a sample that reports need: small, and read without the texts. */
export interface SampleScore {
  readonly docId: number;
  /** True when a request failed; then there are no metrics. */
  readonly failed: boolean;
  /** In the task's order of filters. */
  readonly outcomes: readonly FilterMetrics[];
  readonly flags: SampleFlags;
}

/** One document's result in a run. */
export interface Sample extends SampleScore {
  /** The leaf task. */
  readonly task: string;
  /** The document as JSON text, the way Python's `json.dumps` writes it (it tells `1.0` from `1`, which a JS object cannot). */
  readonly doc: string;
  /** The target as text (Python's `str`). */
  readonly target: string;
  readonly requests: readonly SampleRequest[];
  /** One for each request. */
  readonly responses: readonly SampleResponse[];
  readonly outcomes: readonly FilterOutcome[];
  readonly hashes: SampleHashes;
  readonly service?: SampleService | undefined;
}
