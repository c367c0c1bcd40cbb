import { z } from '@hono/zod-openapi';
import { apiRoute } from '../api-route.js';
import { answers, countParam, Id } from '../json.js';
import { ComparisonBody, PairOutcome, PairsBody, TaskComparisonBody, TasksComparisonBody } from './schema.js';

const TwoRuns = z.object({ first: Id, second: Id });
const TwoTasks = TwoRuns.extend({ task: Id });

/** Two runs, and what they have in common. */
export const compareRuns = apiRoute('viewer', {
  method: 'get',
  path: '/api/run-comparison',
  request: { query: TwoRuns },
  responses: answers(ComparisonBody),
});

/** Two runs on all tasks of both: the main metric of each, paired by document. */
export const compareTasks = apiRoute('viewer', {
  method: 'get',
  path: '/api/run-comparison/tasks',
  request: { query: TwoRuns },
  responses: answers(TasksComparisonBody),
});

/** Two runs on one task: differences of the metrics, paired by document. */
export const compareTask = apiRoute('viewer', {
  method: 'get',
  path: '/api/run-comparison/task',
  request: { query: TwoTasks },
  responses: answers(TaskComparisonBody),
});

/** Documents on which two runs agree or differ, page by page. */
export const listPairs = apiRoute('viewer', {
  method: 'get',
  path: '/api/run-comparison/pairs',
  request: {
    query: TwoTasks.extend({
      column: z.string().max(300),
      outcome: PairOutcome.optional(),
      sort: z.enum(['document', 'ascending', 'descending']).default('document'),
      cursor: z.string().max(100).optional(),
      limit: countParam({ min: 1, max: 500 }).default(50),
    }),
  },
  responses: answers(PairsBody),
});
