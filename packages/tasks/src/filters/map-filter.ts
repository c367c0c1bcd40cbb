import type { PythonValue } from '../python/python-value.js';
import type { FilterStep } from './filter-step.js';

/** Arguments of the `map` filter, with the reference harness's names. */
export interface MapFilterArguments {
  readonly mapping_dict: Readonly<Record<string, PythonValue>>;
  readonly default_value: PythonValue;
}

/** The `map` filter: looks each response up in a table. */
export function mapFilter({ mapping_dict, default_value }: MapFilterArguments): FilterStep {
  return {
    fallback: default_value,
    apply: (responses) =>
      responses.map((response) =>
        typeof response === 'string' && Object.hasOwn(mapping_dict, response)
          ? (mapping_dict[response] ?? null)
          : default_value,
      ),
  };
}
