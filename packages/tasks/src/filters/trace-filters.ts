import type { PythonValue } from '../python/python-value.js';
import { createFilterPipelines, type FilterPipelineConfig } from './filter-pipeline.js';
import type { FilterDocument } from './filter-step.js';

/** A filter pipeline at work on the responses to one request. */
export interface FilterTrace {
  readonly filter: string;
  readonly steps: readonly FilterTraceStep[];
}

/** What one step made. */
export interface FilterTraceStep {
  /** As the task names it, e.g. `regex`. */
  readonly function: string;
  /** What stands beside it in the task. */
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly output: PythonValue;
}

/**
 * Runs the filters of a task again, step by step.
 * @param filterList `filter_list` of a task's configuration, as it was reported; undefined or null: none
 * @param responses the responses to one request, one for each repeat
 * @throws DataError for a filter that is not known here, or whose arguments are wrong
 */
export function traceFilters(
  filterList: unknown,
  responses: readonly PythonValue[],
  document: FilterDocument,
): readonly FilterTrace[] {
  const list = Array.isArray(filterList) ? (filterList as readonly FilterPipelineConfig[]) : undefined;
  return createFilterPipelines(list).map((pipeline, place) => {
    const configs = list?.[place]?.filter ?? [{ function: 'take_first' }];
    const outputs = pipeline.trace(responses, document);
    return {
      filter: pipeline.name,
      steps: configs.map(({ function: name, ...given }, step) => ({
        function: String(name),
        arguments: given,
        output: outputs[step] ?? null,
      })),
    };
  });
}
