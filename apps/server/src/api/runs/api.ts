import { reportRun } from '@understudy/evaluate';
import { ApiError } from '../../http/api-error.js';
import { PiecewiseReader } from '../../runs/piecewise-reader.js';
import { RunTallies } from '../../runs/run-tally.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { listRuns } from './list-runs.js';
import { reportBody } from './report-body.js';
import * as routes from './routes.js';
import { runDetails } from './run-details.js';
import { sampleBody } from './sample-body.js';

/** Evaluation runs, what they came to, and their samples. */
export function runsApi(services: Services) {
  const { runs, now, compute } = services;
  const tallies = new RunTallies(runs);
  return newApi()
    .openapi(routes.listRuns, async (c) => c.json(await listRuns(c.req.valid('query'), { runs, tallies, now }), 200))
    .openapi(routes.getRun, async (c) => {
      const run = await runs.getRun(c.req.valid('param').id);
      return c.json(await runDetails(run, await tallies.of(run), services), 200);
    })
    .openapi(routes.getReport, async (c) => {
      const { id } = await runs.getRun(c.req.valid('param').id);
      const reader = new PiecewiseReader(runs, c.req.raw.signal);
      return c.json(reportBody(await reportRun(reader, id, { bootstrapIterations: 0 })), 200);
    })
    .openapi(routes.getSample, async (c) => {
      const { id, task, docId } = c.req.valid('param');
      const run = await runs.getRun(id);
      const known = (await runs.listTasks(run.id)).find((each) => each.task === task);
      const sample = known && (await runs.sample(run.id, task, docId));
      if (known === undefined || sample === undefined) throw ApiError.notFound('sample');
      // Filters are the task's own, with regular expressions that take as long as they like.
      const explained = await compute.run('explainSample', { sample, config: known.config }, c.req.raw.signal);
      return c.json(sampleBody(sample, explained), 200);
    });
}
