import { z } from '@hono/zod-openapi';
import { apiRoute } from '../api-route.js';
import { answers, countParam, Id, IdParam, list } from '../json.js';
import { ProgressBody } from './progress-schema.js';
import { SampleBody } from './sample-schema.js';
import { NeighboursBody, SamplesBody, SamplesQuery, TaskBody } from './samples-schema.js';
import { RUN_STATUSES, RunBody, RunDetails, RunReportBody } from './schema.js';

// Runs are read by all who may come in: a benchmark's samples say nothing of who wrote which answer of a study.

const PAGE = 50;

/** Runs, the newest first, page by page. */
export const listRuns = apiRoute('viewer', {
  method: 'get',
  path: '/api/runs',
  request: {
    query: z.object({
      model: Id.optional().openapi({ description: 'The name by which it is shown, or the spec that runs were given.' }),
      task: Id.optional(),
      status: z.enum(RUN_STATUSES).optional(),
      before: Id.optional().openapi({ description: 'The last id of the page before.' }),
      limit: countParam({ min: 1, max: 500 }).default(PAGE),
    }),
  },
  responses: answers(
    z.object({
      runs: list(RunBody),
      total: z.number().openapi({ description: 'Runs that fit, over all pages.' }),
      hasMore: z.boolean(),
      models: list(z.string()).openapi({ description: 'Names of those of all runs, to choose from.' }),
      tasks: list(z.string()),
    }),
  ),
});

/** One run: what it is, how it was asked for, by what, its sessions. */
export const getRun = apiRoute('viewer', {
  method: 'get',
  path: '/api/runs/{id}',
  request: { params: IdParam },
  responses: answers(RunDetails),
});

/** What a run came to, or has come to so far. */
export const getReport = apiRoute('viewer', {
  method: 'get',
  path: '/api/runs/{id}/report',
  request: { params: IdParam },
  responses: answers(RunReportBody),
});

/** How far a run is. Asked again and again while it runs: the same costs for a million samples. */
export const getProgress = apiRoute('viewer', {
  method: 'get',
  path: '/api/runs/{id}/progress',
  request: { params: IdParam },
  responses: answers(ProgressBody),
});

/** A task of a run. */
const TaskParam = IdParam.extend({ task: Id });

/** A task of a run, and what its samples can be sorted and filtered by. */
export const getTask = apiRoute('viewer', {
  method: 'get',
  path: '/api/runs/{id}/tasks/{task}',
  request: { params: TaskParam },
  responses: answers(TaskBody),
});

/** Samples of a task, page by page in any order. */
export const listSamples = apiRoute('viewer', {
  method: 'get',
  path: '/api/runs/{id}/tasks/{task}/samples',
  request: {
    params: TaskParam,
    query: SamplesQuery.extend({
      cursor: z.string().max(100).optional(),
      limit: countParam({ min: 1, max: 500 }).default(PAGE),
    }),
  },
  responses: answers(SamplesBody),
});

const SampleParam = TaskParam.extend({ docId: countParam({ min: 0, max: 2 ** 31 - 1 }) });

/** One document's result. */
export const getSample = apiRoute('viewer', {
  method: 'get',
  path: '/api/runs/{id}/tasks/{task}/samples/{docId}',
  request: { params: SampleParam },
  responses: answers(SampleBody),
});

/** What stands before and after a sample among those that fit. */
export const getNeighbours = apiRoute('viewer', {
  method: 'get',
  path: '/api/runs/{id}/tasks/{task}/samples/{docId}/neighbours',
  request: { params: SampleParam, query: SamplesQuery },
  responses: answers(NeighboursBody),
});

const FILE = {
  200: { description: 'A file.', content: { 'application/octet-stream': { schema: z.string() } } },
} as const;

/** The results of a run in the shape of lm-evaluation-harness (`results_*.json`). */
export const exportResults = apiRoute('viewer', {
  method: 'get',
  path: '/api/runs/{id}/results.json',
  request: { params: IdParam },
  responses: FILE,
});

/** The samples of a task in the shape of lm-evaluation-harness (`samples_*.jsonl`). Their documents belong to the data set, under its licence. */
export const exportSamples = apiRoute('viewer', {
  method: 'get',
  path: '/api/runs/{id}/tasks/{task}/samples.jsonl',
  request: { params: TaskParam },
  responses: FILE,
});
