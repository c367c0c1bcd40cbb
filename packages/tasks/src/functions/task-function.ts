import type { MetricValues } from '../metrics/metric-value.js';
import type { PythonValue } from '../python/python-value.js';

/** A row of the data set, with the columns that `process_docs` appended. */
export type FunctionDocument = Readonly<Record<string, PythonValue>>;

/** What a task file can refer to with `!function`. */
export type TaskFunction =
  /** For `doc_to_text`, `doc_to_target` and `doc_to_choice`. */
  | { readonly kind: 'field'; readonly read: (document: FunctionDocument) => PythonValue }
  /** For `process_docs`: columns that replace the row's or are appended, as `datasets.Dataset.map` does. */
  | { readonly kind: 'process-docs'; readonly columns: (document: FunctionDocument) => FunctionDocument }
  /** For `process_results`: the metrics of a document; one filtered response for each of its requests. */
  | {
      readonly kind: 'process-results';
      readonly score: (document: FunctionDocument, results: readonly PythonValue[]) => MetricValues;
    };
