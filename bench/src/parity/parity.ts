import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openTaskLibrary } from '@understudy/tasks';
import { benchPlaces } from '../places/bench-places.js';
import { openHub } from '../places/open-hub.js';
import { ResultsFile } from '../results-file.js';
import { compareAllRequests, type RequestRow } from './compare-all-requests.js';
import { compareAllScores, type ComparedEngine, type ScoreRow } from './compare-all-scores.js';
import { requestReport, summariseRequests } from './request-report.js';
import { groupByEngine, missingTasks, scoreReport } from './score-report.js';

const USAGE = `usage: npm run bench:parity -- [options]
Compares requests and scores with those of the reference harness, from fixtures; no Python is needed.
  --requests        only the requests (every task, all rows)
  --scores          only the scores (log-likelihoods and generated texts)
  --model NAME      scores of this model; may be given again
  --engine NAME     scores of onnx or llama; may be given again
  --row TEXT        only rows whose name contains this text, e.g. arc_easy or .chat; may be given again
  --threads N       threads of the engines; on a busy machine one is faster than several that wait for each other
  --resume          go on with what an interrupted bench left in bench/results
  --json            print everything as JSON
`;

const ENGINES: readonly ComparedEngine[] = ['onnx', 'llama'];

const { values } = parseArgs({
  options: {
    requests: { type: 'boolean', default: false },
    scores: { type: 'boolean', default: false },
    model: { type: 'string', multiple: true },
    engine: { type: 'string', multiple: true },
    row: { type: 'string', multiple: true },
    threads: { type: 'string' },
    resume: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else process.exitCode = await compare();

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Returns the exit code: 0 when everything that was compared is as asked. */
async function compare(): Promise<number> {
  const places = benchPlaces();
  await using hub = await openHub(places);
  note(hub.description);
  const fixtures = join(places.bench, 'parity', 'fixtures');
  const env = hub.endpoint === undefined ? process.env : { ...process.env, HF_ENDPOINT: hub.endpoint };
  const context = {
    places,
    fixtures,
    library: await openTaskLibrary(),
    datasets: { home: places.understudyHome, env },
    isWanted: (row: string) => values.row?.some((text) => row.includes(text)) ?? true,
    note,
  };
  const both = values.requests === values.scores;
  const results = join(places.bench, 'results');
  const requests = new ResultsFile<RequestRow>(join(results, 'parity-requests.json'), values.resume);
  const scores = new ResultsFile<ScoreRow>(join(results, 'parity-scores.json'), values.resume);
  if (both || values.requests) await compareAllRequests(context, requests);
  if (both || values.scores) {
    const models = values.model ?? readdirSync(fixtures).filter((folder) => folder !== 'requests');
    const engines = ENGINES.filter((engine) => values.engine?.includes(engine) ?? true);
    const threads = values.threads === undefined ? undefined : Number(values.threads);
    await compareAllScores(context, { models, engines, threads }, scores);
  }
  const requestRows = Object.values(requests.toJSON());
  const engineScores = groupByEngine(Object.values(scores.toJSON()));
  if (values.json) {
    const json = { requests: requestRows, scores: engineScores };
    process.stdout.write(`${JSON.stringify(json)}\n`);
  } else {
    if (requestRows.length > 0) process.stdout.write(`${requestReport(requestRows)}\n\n`);
    for (const one of engineScores) {
      process.stdout.write(`${scoreReport(one)}\n`);
      const missing = values.row === undefined ? missingTasks(one.rows) : [];
      if (missing.length > 0)
        process.stdout.write(`not compared with ${one.model}, ${one.engine}: ${missing.join(', ')}\n`);
      process.stdout.write('\n');
    }
  }
  const isEqual = requestRows.every((row) => summariseRequests(row).problems.length === 0);
  return isEqual && engineScores.every(({ isGood }) => isGood) ? 0 : 1;
}
