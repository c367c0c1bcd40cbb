import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchPlaces } from '../places/bench-places.js';
import { textTable } from '../text-table.js';
import { buildDatabase } from './build-database.js';
import { queriesOf } from './queries.js';
import { scanLines, type ScannedLines } from './scan-lines.js';
import { type TimedQuery, timeQuery } from './time-query.js';
import { timeResults, type TimedResults } from './time-results.js';

const USAGE = `usage: npm run bench:browse -- [options]
Times everything that a reader of samples can ask, on a database with two runs that is built once and kept.
  --samples N     of each run, 1000000 by default
  --repeats N     of each query after the first time, 9 by default
  --only TEXT     those queries whose name has the text
  --lines         also finds the same rows in the reference harness's samples_*.jsonl, as one would without a database (gigabytes)
  --json          one object instead of tables
`;

/** What is promised for a million samples and for the results of a thousand runs of sixty tasks, in milliseconds: cold and median. */
const ASKED_MS = 100;
const RESULTS_MS = 50;

const { values } = parseArgs({
  options: {
    samples: { type: 'string', default: '1000000' },
    repeats: { type: 'string', default: '9' },
    only: { type: 'string', default: '' },
    lines: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else process.exitCode = await run();

/** Returns the exit code: 1 when a query took longer than is promised. */
async function run(): Promise<number> {
  const samples = Number(values.samples);
  const path = join(benchPlaces().home, 'browse', `browse-${samples}.db`);
  const database = await buildDatabase({ path, samples, onProgress });
  const timed: (TimedQuery & { readonly name: string; readonly isSlow: boolean })[] = [];
  for (const { name, isAsked } of queriesOf(database)) {
    if (!name.includes(values.only)) continue;
    const times = await timeQuery({ database, query: name, repeats: Number(values.repeats) });
    timed.push({ name, ...times, isSlow: isAsked && Math.max(times.cold, times.median) > ASKED_MS });
  }
  const results = await timeResults(join(benchPlaces().home, 'browse', 'runs.db'), onProgress);
  const lines = values.lines ? await scanLines(database) : undefined;
  const isResultsSlow = Math.max(results.same, results.oneMore) > RESULTS_MS;
  if (values.json) process.stdout.write(`${JSON.stringify({ database, timed, results, lines })}\n`);
  else {
    process.stdout.write(`${table(database.bytes, samples, timed)}\n\n${resultsText(results, isResultsSlow)}\n`);
    if (lines !== undefined) process.stdout.write(`${linesText(lines)}\n`);
  }
  return isResultsSlow || timed.some(({ isSlow }) => isSlow) ? 1 : 0;
}

function onProgress(text: string): void {
  process.stderr.write(`${text}\n`);
}

function resultsText(times: TimedResults, isSlow: boolean): string {
  const [cold, same, oneMore, stamp] = [times.cold, times.same, times.oneMore, times.stamp].map((one) =>
    one.toFixed(1),
  );
  return (
    `${times.results.toLocaleString('en')} results of ${times.runs.toLocaleString('en')} runs: the first time ${cold} ms, ` +
    `again ${same} ms, after one more run ${oneMore} ms; their stamp ${stamp} ms${isSlow ? ` (NOT within ${RESULTS_MS} ms)` : ''}`
  );
}

function linesText({ bytes, lines, seconds }: ScannedLines): string {
  return (
    `the same 50 rows by margin from samples_*.jsonl (${(bytes / 1e9).toFixed(2)} GB, ${lines.toLocaleString('en')} lines): ` +
    `${seconds.toFixed(1)} s each time`
  );
}

function table(
  bytes: number,
  samples: number,
  timed: readonly (TimedQuery & { readonly name: string; readonly isSlow: boolean })[],
): string {
  const rows = timed.map(({ name, found, cold, median, worst, cpu, blocked, isSlow }) => [
    name,
    found.toLocaleString('en'),
    ...[cold, median, worst, cpu, blocked].map((value) => value.toFixed(1)),
    isSlow ? `NOT within ${ASKED_MS} ms` : '',
  ]);
  const head = ['query', 'found', 'cold ms', 'median ms', 'worst ms', 'CPU ms', 'blocks ms', ''];
  const title = `two runs of ${samples.toLocaleString('en')} samples, ${(bytes / 1e9).toFixed(2)} GB on disk`;
  return [title, textTable({ head, rows, right: [1, 2, 3, 4, 5, 6] })].join('\n');
}
