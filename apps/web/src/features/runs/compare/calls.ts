import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../../server/client.js';
import type { CompareSearch } from './compare-search.js';

const comparison = api['run-comparison'];

export type Comparison = AnswerOf<typeof comparison.$get>;
export type TaskComparison = AnswerOf<typeof comparison.task.$get>;
export type TasksComparison = AnswerOf<typeof comparison.tasks.$get>;
export type ColumnComparison = TaskComparison['columns'][number];
export type PairsPage = AnswerOf<typeof comparison.pairs.$get>;
export type SettingDifference = Comparison['settings'][number];

/** Two runs. */
export interface TwoRuns {
  readonly first: string;
  readonly second: string;
}

export const comparisonQuery = ({ first, second }: TwoRuns) =>
  queryOptions({
    queryKey: ['run-comparison', first, second],
    queryFn: () => answerOf(comparison.$get({ query: { first, second } })),
  });

export const taskComparisonQuery = ({ first, second }: TwoRuns, task: string) =>
  queryOptions({
    queryKey: ['run-comparison', first, second, task],
    queryFn: () => answerOf(comparison.task.$get({ query: { first, second, task } })),
  });

/** All tasks of both runs, each by its main metric. */
export const tasksComparisonQuery = ({ first, second }: TwoRuns) =>
  queryOptions({
    queryKey: ['run-comparison', 'tasks', first, second],
    queryFn: async () => (await answerOf(comparison.tasks.$get({ query: { first, second } }))).tasks,
  });

/** A page of documents. */
export const pairsQuery = (
  { first, second }: TwoRuns,
  task: string,
  choice: Pick<CompareSearch, 'outcome' | 'sort' | 'cursor'> & { readonly column: string },
) =>
  queryOptions({
    queryKey: ['run-comparison', first, second, task, 'pairs', choice],
    queryFn: () => answerOf(comparison.pairs.$get({ query: { first, second, task, ...choice } })),
    placeholderData: keepPreviousData,
  });
