import { ZodError } from 'zod';
import { DataError, UnderstudyError } from '@understudy/core';
import type { PythonValue } from '../python/python-value.js';
import { stripPython } from '../python/white-space.js';
import { argumentProblem, type Problem } from './argument-problem.js';
import { FILTERS } from './filter-registry.js';
import type { FilterDocument, FilterStep } from './filter-step.js';

/** One entry of a task's `filter_list`. */
export interface FilterPipelineConfig {
  readonly name: string;
  readonly filter: readonly { readonly function: unknown; readonly [argument: string]: unknown }[];
}

/** A named sequence of filters: from raw responses to what is scored. */
export interface FilterPipeline {
  readonly name: string;
  /** @param responses the raw responses to one request, one for each repeat */
  apply(responses: readonly PythonValue[], document: FilterDocument): PythonValue;
  /** As `apply`, with what each step gives on the way: the last is what `apply` gives. */
  trace(responses: readonly PythonValue[], document: FilterDocument): readonly PythonValue[];
  /** True for what `apply` gives where no answer was found: a step's fallback, or an empty text. */
  isNoAnswer(filtered: PythonValue): boolean;
}

/** What the reference harness does without a `filter_list`. */
const DEFAULT_FILTERS: readonly FilterPipelineConfig[] = [{ name: 'none', filter: [{ function: 'take_first' }] }];

/**
 * The pipelines of a task in their order; without a list, `none`, which takes the first response. Throws what `problem`
 * makes (its path leads from `filter_list` on) for a filter that is not known or whose arguments are wrong.
 */
export function createFilterPipelines(
  list: readonly FilterPipelineConfig[] | undefined,
  problem: Problem = defaultProblem,
): readonly FilterPipeline[] {
  return (list ?? DEFAULT_FILTERS).map(({ name, filter }, index) =>
    pipeline(
      name,
      filter.map((config, step) =>
        createStep(config, (path, expected) => problem([index, 'filter', step, ...path], expected)),
      ),
    ),
  );
}

function pipeline(name: string, steps: readonly FilterStep[]): FilterPipeline {
  const trace: FilterPipeline['trace'] = (responses, document) => {
    const values: PythonValue[] = [responses];
    for (const step of steps) values.push(step.apply(asResponses(values.at(-1) ?? null, name), document));
    return values.slice(1);
  };
  const fallbacks = steps.flatMap(({ fallback }) => (fallback === undefined ? [] : [JSON.stringify(fallback)]));
  return {
    name,
    apply: (responses, document) =>
      steps.reduce<PythonValue>((value, step) => step.apply(asResponses(value, name), document), responses),
    trace,
    isNoAnswer: (filtered) =>
      fallbacks.includes(JSON.stringify(filtered)) || (typeof filtered === 'string' && stripPython(filtered) === ''),
  };
}

function createStep(
  { function: name, ...settings }: FilterPipelineConfig['filter'][number],
  problem: Problem,
): FilterStep {
  const create = typeof name === 'string' && Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  if (create === undefined) {
    throw problem(['function'], `expected one of ${Object.keys(FILTERS).join(', ')}`);
  }
  try {
    return create(settings);
  } catch (error) {
    if (error instanceof ZodError) throw argumentProblem(error, problem);
    throw UnderstudyError.isInstance(error) ? problem(['regex_pattern'], error.message) : error;
  }
}

function asResponses(value: PythonValue, name: string): readonly PythonValue[] {
  if (Array.isArray(value)) return value as readonly PythonValue[];
  throw new DataError({
    code: 'filter-order-wrong',
    message: `The filter pipeline ${name} has a step after one that selects a single response.`,
    hint: 'Put take_first last in the list of filters.',
    values: { pipeline: name },
  });
}

function defaultProblem(path: readonly (string | number)[], expected: string): Error {
  return new DataError({
    code: 'filter-list-wrong',
    message: `filter_list.${path.join('.')}: ${expected}.`,
    hint: 'Mend the filter_list of the task.',
    values: { path },
  });
}
