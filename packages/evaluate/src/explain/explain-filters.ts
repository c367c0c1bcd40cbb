import type { FilteredResponse, Sample } from '@understudy/store';
import { traceFilters, type FilterTrace } from '@understudy/tasks';
import { UnderstudyError } from '@understudy/core';
import type { ExplainedFilter } from './sample-explanation.js';

type Config = Readonly<Record<string, unknown>>;
type Document = Readonly<Record<string, unknown>>;

/** Runs the filters of a sample of generated texts again, step by step. Empty for other samples, and for one that failed. */
export function explainFilters(sample: Sample, config: Config, document: Document): readonly ExplainedFilter[] {
  const texts = sample.responses.flatMap((response) => (response.kind === 'generate' ? [response.text] : []));
  if (texts.length === 0 || texts.length < sample.responses.length) return [];
  const { traces, problem } = traced(texts, config, document);
  return sample.outcomes.map(({ filter, filteredResponses: result }) => {
    const own = traces.map((trace) => trace.find((each) => each.filter === filter));
    const steps = (own[0]?.steps ?? []).map((step, at) => ({
      function: step.function,
      arguments: step.arguments,
      outputs: own.map((trace) => plain(trace?.steps[at]?.output ?? null)),
    }));
    const last = steps.at(-1)?.outputs;
    return { filter, steps, result, agrees: last !== undefined && isSame(last, result), problem };
  });
}

/** The filters of a sample with what they gave, and why there are no steps. */
export function unexplainedFilters({ outcomes }: Sample, problem: string): readonly ExplainedFilter[] {
  return outcomes.map(({ filter, filteredResponses: result }) => ({
    filter,
    steps: [],
    result,
    agrees: false,
    problem,
  }));
}

/** The traces by request. */
function traced(
  texts: readonly string[],
  config: Config,
  document: Document,
): { readonly traces: readonly (readonly FilterTrace[])[]; readonly problem: string | undefined } {
  const repeats = typeof config['repeats'] === 'number' && config['repeats'] >= 1 ? config['repeats'] : 1;
  const groups = Array.from({ length: Math.ceil(texts.length / repeats) }, (_, at) =>
    texts.slice(at * repeats, (at + 1) * repeats),
  );
  try {
    return { traces: groups.map((group) => traceFilters(config['filter_list'], group, document)), problem: undefined };
  } catch (error) {
    const problem = UnderstudyError.isInstance(error) ? error.message : String(error);
    return { traces: [], problem };
  }
}

/** A value of Python as samples keep it; a dictionary, which no filter makes, as its JSON. */
function plain(value: unknown): FilteredResponse {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
