import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type AnswerOf } from '../../server/client.js';
import type { RunsSearch } from './runs-search.js';
import { type SamplesSearch, samplesQueryOf } from './samples/samples-search.js';

const run = api.runs[':id'];

export type RunPage = AnswerOf<typeof api.runs.$get>;
export type Run = RunPage['runs'][number];
export type RunDetails = AnswerOf<typeof run.$get>;
export type ReportRow = AnswerOf<typeof run.report.$get>['rows'][number];
export type Sample = AnswerOf<(typeof run.tasks)[':task']['samples'][':docId']['$get']>;
export type TaskOfRun = AnswerOf<(typeof run.tasks)[':task']['$get']>;
export type SampleColumn = TaskOfRun['columns'][number];
export type SamplesPage = AnswerOf<(typeof run.tasks)[':task']['samples']['$get']>;
export type RunProgress = AnswerOf<typeof run.progress.$get>;
export type MetricValue = Sample['explanation']['metrics'][number]['value'];
/** A number, or what is not finite as a word. */
export type Figure = number | 'Infinity' | '-Infinity' | 'NaN';

/** How often what still runs is asked about. */
export const LIVE_MS = 2_000;

/** Runs that fit, the newest first; asked again while one of them runs. */
export const runsQuery = (search: RunsSearch) =>
  queryOptions({
    queryKey: ['runs', 'list', search],
    queryFn: () => answerOf(api.runs.$get({ query: search })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.runs.some(({ status }) => status === 'running') === true ? LIVE_MS : false,
  });

/** One run; asked again while it runs. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['runs', id],
    queryFn: () => answerOf(run.$get({ param: { id } })),
    refetchInterval: ({ state }) => (state.data?.run.status === 'running' ? LIVE_MS : false),
  });

/** How far a run is; asked again while it runs. */
export const progressQuery = (id: string) =>
  queryOptions({
    queryKey: ['runs', id, 'progress'],
    queryFn: () => answerOf(run.progress.$get({ param: { id } })),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.status === 'running' ? LIVE_MS : false),
  });

/** What a run came to; `stamp` changes when there is more to report. */
export const reportQuery = (id: string, stamp: string) =>
  queryOptions({
    queryKey: ['runs', id, 'report', stamp],
    queryFn: async () => (await answerOf(run.report.$get({ param: { id } }))).rows,
    placeholderData: keepPreviousData,
  });

/** A task of a run, and what its samples can be sorted by. */
export const taskQuery = (id: string, task: string) =>
  queryOptions({
    queryKey: ['runs', id, 'tasks', task],
    queryFn: () => answerOf(run.tasks[':task'].$get({ param: { id, task } })),
  });

/** A page of samples. */
export const samplesQuery = (id: string, task: string, search: SamplesSearch) =>
  queryOptions({
    queryKey: ['runs', id, 'tasks', task, 'samples', search],
    queryFn: () => answerOf(run.tasks[':task'].samples.$get({ param: { id, task }, query: samplesQueryOf(search) })),
    placeholderData: keepPreviousData,
  });

/** What stands before and after a sample among those that fit. */
export const neighboursQuery = (id: string, task: string, docId: number, search: SamplesSearch) => {
  const { cursor: _cursor, ...query } = search;
  return queryOptions({
    queryKey: ['runs', id, 'samples', task, docId, 'neighbours', query],
    queryFn: () =>
      answerOf(
        run.tasks[':task'].samples[':docId'].neighbours.$get({
          param: { id, task, docId: String(docId) },
          query: samplesQueryOf(query),
        }),
      ),
  });
};

/** One document's result. */
export const sampleQuery = (id: string, task: string, docId: number) =>
  queryOptions({
    queryKey: ['runs', id, 'samples', task, docId],
    queryFn: () => answerOf(run.tasks[':task'].samples[':docId'].$get({ param: { id, task, docId: String(docId) } })),
    staleTime: Infinity,
  });
