import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchPlaces } from '../places/bench-places.js';
import { textTable } from '../text-table.js';
import { buildDatabase } from './build-database.js';
import { queriesOf } from './queries.js';
import { type TimedQuery, timeQuery } from './time-query.js';

const USAGE = `usage: npm run bench:browse -- [options]
Times everything that a reader of samples can ask, on a database with two runs that is built once and kept.
  --samples N     of each run, 1000000 by default
  --repeats N     of each query after the first time, 9 by default
  --only TEXT     those queries whose name has the text
  --json          one object instead of tables
`;

/** What is promised for a million samples, in milliseconds: cold and median. */
const ASKED_MS = 100;

const { values } = parseArgs({
  options: {
    samples: { type: 'string', default: '1000000' },
    repeats: { type: 'string', default: '9' },
    only: { type: 'string', default: '' },
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
  const onProgress = (text: string): void => void process.stderr.write(`${text}\n`);
  const database = await buildDatabase({ path, samples, onProgress });
  const timed: (TimedQuery & { readonly name: string; readonly isSlow: boolean })[] = [];
  for (const { name, isAsked } of queriesOf(database)) {
    if (!name.includes(values.only)) continue;
    const times = await timeQuery({ database, query: name, repeats: Number(values.repeats) });
    timed.push({ name, ...times, isSlow: isAsked && Math.max(times.cold, times.median) > ASKED_MS });
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ database, timed })}\n`);
  else process.stdout.write(`${table(database.bytes, samples, timed)}\n`);
  return timed.some(({ isSlow }) => isSlow) ? 1 : 0;
}

function table(
  bytes: number,
  samples: number,
  timed: readonly (TimedQuery & { readonly name: string; readonly isSlow: boolean })[],
): string {
  const rows = timed.map(({ name, found, cold, median, worst, blocked, isSlow }) => [
    name,
    found.toLocaleString('en'),
    ...[cold, median, worst, blocked].map((value) => value.toFixed(1)),
    isSlow ? `NOT within ${ASKED_MS} ms` : '',
  ]);
  const head = ['query', 'found', 'cold ms', 'median ms', 'worst ms', 'blocks ms', ''];
  const title = `two runs of ${samples.toLocaleString('en')} samples, ${(bytes / 1e9).toFixed(2)} GB on disk`;
  return [title, textTable({ head, rows, right: [1, 2, 3, 4, 5] })].join('\n');
}
