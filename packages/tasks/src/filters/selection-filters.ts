import { DataError } from '@understudy/core';
import type { FilterStep } from './filter-step.js';

/** The `take_first` filter: the first response alone. */
export function takeFirstFilter(): FilterStep {
  return { apply: (responses) => responses[0] ?? null };
}

/** The `take_first_k` filter: the first `k` responses. */
export function takeFirstKFilter({ k }: { readonly k: number }): FilterStep {
  return {
    apply: (responses) => {
      if (responses.length >= k) return responses.slice(0, k);
      throw new DataError({
        code: 'filter-too-few-responses',
        message: `The filter take_first_k needs ${k} responses to each request, but there are ${responses.length}.`,
        hint: `Set repeats: ${k} in the task file.`,
        values: { k, responses: responses.length },
      });
    },
  };
}

/** The `majority_vote` filter: a list of the one response that occurs most often, the earliest of them on a tie. */
export function majorityVoteFilter(): FilterStep {
  return {
    apply: (responses) => {
      const counts = new Map<string, number>();
      const keys = responses.map((response) => JSON.stringify(response));
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
      const most = Math.max(...counts.values());
      return responses.length === 0 ? [] : [responses[keys.findIndex((key) => counts.get(key) === most)] ?? null];
    },
  };
}
