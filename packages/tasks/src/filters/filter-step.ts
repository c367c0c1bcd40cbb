import type { PythonValue } from '../python/python-value.js';

/** A row of the data set, with what `process_docs` made of it. */
export type FilterDocument = Readonly<Record<string, unknown>>;

/**
 * One step of a filter pipeline. It gets the responses to one request (one for each repeat) and gives what they become:
 * again a list, or a single value where the step selects one. The last value is what is scored.
 */
export interface FilterStep {
  /** What the step writes where it finds no answer; undefined for steps that look for none. */
  readonly fallback?: PythonValue | undefined;
  apply(responses: readonly PythonValue[], document: FilterDocument): PythonValue;
}

/** Applies a function of texts to each response. A response that is no text counts as the empty one. */
export function eachText(change: (text: string) => PythonValue): FilterStep {
  return { apply: (responses) => responses.map((response) => change(typeof response === 'string' ? response : '')) };
}
