import { Readable } from 'node:stream';
import { resultsJson, sampleLines, toResults } from '@understudy/evaluate';
import { ApiError } from '../../http/api-error.js';
import { PiecewiseReader } from '../../runs/piecewise-reader.js';
import { RunReports } from '../../runs/run-reports.js';
import { RunTallies } from '../../runs/run-tally.js';
import type { Services } from '../../services.js';
import { newApi } from '../new-api.js';
import { explained } from './explained.js';
import { downloadHeaders, linesOf } from './download.js';
import { listRuns } from './list-runs.js';
import { progressBody } from './progress-body.js';
import { reportBody } from './report-body.js';
import * as routes from './routes.js';
import { RunModels } from '@understudy/evidence';
import { runDetails } from './run-details.js';
import { sampleBody } from './sample-body.js';
import { sampleQuery, samplesBody } from './samples-body.js';
import { taskBody } from './task-body.js';
import { taskOfRun } from './task-of-run.js';

/** Evaluation runs, what they came to, and their samples. */
export function runsApi(services: Services) {
  const { runs, catalog, now, compute } = services;
  const tallies = new RunTallies(runs);
  const reports = new RunReports(runs);
  return newApi()
    .openapi(routes.listRuns, async (c) =>
      c.json(await listRuns(c.req.valid('query'), { runs, tallies, catalog, now }), 200),
    )
    .openapi(routes.getRun, async (c) => {
      const run = await runs.getRun(c.req.valid('param').id);
      return c.json(await runDetails(run, await tallies.of(run), services), 200);
    })
    .openapi(routes.getReport, async (c) => {
      const run = await runs.getRun(c.req.valid('param').id);
      const { documents } = await tallies.of(run);
      return c.json(reportBody(await reports.of(run, documents)), 200);
    })
    .openapi(routes.getProgress, async (c) => {
      const { id } = await runs.getRun(c.req.valid('param').id);
      return c.json(progressBody(await runs.progressOf(id), now()), 200);
    })
    .openapi(routes.getTask, async (c) => {
      const { id, task } = c.req.valid('param');
      return c.json(await taskBody(runs, await taskOfRun(runs, id, task), new RunModels(await catalog())), 200);
    })
    .openapi(routes.listSamples, async (c) => {
      const { id, task: name } = c.req.valid('param');
      const { cursor, limit, ...query } = c.req.valid('query');
      const { run, task } = await taskOfRun(runs, id, name);
      return c.json(await samplesBody(runs, { ...sampleQuery(run.id, task.task, query), cursor, limit }), 200);
    })
    .openapi(routes.getNeighbours, async (c) => {
      const { id, task: name, docId } = c.req.valid('param');
      const { run, task } = await taskOfRun(runs, id, name);
      const query = sampleQuery(run.id, task.task, c.req.valid('query'));
      const { position = null, previous = null, next = null, total } = await runs.sampleNeighbours({ ...query, docId });
      return c.json({ position, previous, next, total }, 200);
    })
    .openapi(routes.getSample, async (c) => {
      const { id, task: name, docId } = c.req.valid('param');
      const { run, task } = await taskOfRun(runs, id, name);
      const sample = await runs.sample(run.id, task.task, docId);
      if (sample === undefined) throw unknownSample(run.id, task.task, docId);
      return c.json(
        sampleBody(sample, await explained(compute, { sample, config: task.config }, c.req.raw.signal)),
        200,
      );
    })
    .openapi(routes.exportResults, async (c) => {
      const run = await runs.getRun(c.req.valid('param').id);
      const { documents } = await tallies.of(run);
      const text = resultsJson(toResults(await reports.of(run, documents)));
      return c.body(text, 200, downloadHeaders('application/json', `results_${run.id}.json`));
    })
    .openapi(routes.exportSamples, async (c) => {
      const { id, task: name } = c.req.valid('param');
      const { run, task } = await taskOfRun(runs, id, name);
      const pieces = linesOf(sampleLines(new PiecewiseReader(runs), { runId: run.id, task: task.task }));
      const headers = downloadHeaders('application/x-ndjson', `samples_${task.task}_${run.id}.jsonl`);
      return c.body(Readable.toWeb(Readable.from(pieces)) as ReadableStream<Uint8Array>, 200, headers);
    });
}

function unknownSample(runId: string, task: string, docId: number): ApiError {
  return new ApiError({
    status: 404,
    code: 'sample-unknown',
    message: `The run ${runId} has no sample of document ${docId} of ${task}.`,
    hint: 'The page of the task lists its samples.',
  });
}
